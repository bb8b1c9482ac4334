# Which KMS keys are the customer's own. A policy that asks it of resources that were read
# back from AWS declares these related lists:
#
#   key:          {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#   imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#   replica_key:  {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#   alias:        {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
package hipaactl.lib.kms_key

# customer holds for an argument that names a key which the customer manages. The
# keys that AWS manages are known by their aliases, alias/aws/SERVICE. Those that it owns
# have no name but in some services a word of its own:
# https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html
customer(key) if {
	not key in {"", "AWS_OWNED_KMS_KEY"}
	not regex.match(`(^|:)alias/aws/`, key)
}

# read_back holds where the resource says what it has, not what somebody asked for. AWS may
# name a key by its ARN then although it manages it.
read_back if input._.source in {"state", "live"}

# lacking are what shows that a key at a path, read back, is none of the customer: there is
# none, or one under an alias that AWS reserves, or one that was not seen among the
# customer's. The last rests on lists that are open then, so that nobody can tell. at is the
# path of the lists up to their names: "_.", "_.encryption[0]._.".
lacking(key, path, lists, at) := (none | reserved) | unseen if {
	none := {[path] | not customer(key)}
	reserved := {[path, sprintf("%salias[%d].name", [at, i])] |
		some i, alias in lists.alias
		not customer(alias.name)
	}
	unseen := {array.concat([path], [concat("", [at, name]) | some name in ["key", "imported_key", "replica_key"]]) |
		(count(lists.key) + count(lists.imported_key)) + count(lists.replica_key) == 0
		not alias(key)
	}
}

# alias holds for a key that is named by an alias. The customer's own lead to the customer's keys alone.
alias(key) if regex.match(`(^|:)alias/`, key)

# wanting is what the resource's own kms_key_id lacks.
wanting := lacking(object.get(input, "kms_key_id", ""), "kms_key_id", input._, "_.")

# unkeyed are the paths that show that the resource has no key of the customer, whether it
# says what it has or somebody asks for it.
unkeyed := unkeyed_at(object.get(input, "kms_key_id", ""), "kms_key_id")

# unkeyed_at is the same for a key that stands at another path.
unkeyed_at(key, path) := lacking(key, path, input._, "_.") if read_back

unkeyed_at(key, path) := {[path] | not customer(key)} if not read_back

# demanded holds where the key has to be the customer's: of PHI, or of everything.
demanded if input._.phi == "yes"

demanded if data.params.customer_key

# lack says that something that is demanded to have a key of the customer has none.
lack(what) := sprintf("%s holds PHI and has no customer managed key", [what]) if {
	input._.phi == "yes"
} else := sprintf("%s has no customer managed key", [what])
