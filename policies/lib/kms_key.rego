# Which KMS keys are the customer's own. A policy that asks it of resources that were read
# back from AWS declares these related lists:
#
#   key:          {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#   imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#   replica_key:  {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#   alias:        {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
package hipaactl.lib.kms_key

# customer holds for an argument that names a key which the customer manages. The
# keys that AWS manages are known by their aliases, alias/aws/SERVICE.
customer(key) if {
	key != ""
	not regex.match(`(^|:)alias/aws/`, key)
}

# read_back holds where the resource says what it has, not what somebody asked for. AWS may
# name a key by its ARN then although it manages it.
read_back if input._.source in {"state", "live"}

# wanting are what shows that the resource, read back, has no key of the customer: it
# has none, or one under an alias that AWS reserves, or one that was not seen among the
# customer's. The last rests on lists that are open then, so that nobody can tell.
wanting contains ["kms_key_id"] if not customer(object.get(input, "kms_key_id", ""))

wanting contains ["kms_key_id", sprintf("_.alias[%d].name", [i])] if {
	some i, alias in input._.alias
	not customer(alias.name)
}

wanting contains ["kms_key_id", "_.key", "_.imported_key", "_.replica_key"] if {
	(count(input._.key) + count(input._.imported_key)) + count(input._.replica_key) == 0
}
