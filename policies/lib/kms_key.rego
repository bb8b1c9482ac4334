# Which KMS keys are the customer's own.
package hipaactl.lib.kms_key

# customer holds for an argument that names a key which the customer manages. The
# keys that AWS manages are known by their aliases, alias/aws/SERVICE.
customer(key) if {
	key != ""
	not regex.match(`(^|:)alias/aws/`, key)
}
