# Which KMS keys a bucket's default encryption names. A policy that asks declares the related list
#
#   encryption:
#     type: aws_s3_bucket_server_side_encryption_configuration
#     on: bucket = id
#     attributes: {rule: [{apply_server_side_encryption_by_default: [{sse_algorithm: string, kms_master_key_id: string}]}]}
#
# with the lists of hipaactl.lib.kms_key, on rule.apply_server_side_encryption_by_default.kms_master_key_id.
package hipaactl.lib.bucket_key

import data.hipaactl.lib.kms_key

# keys are those that the bucket's default names, with the path of what does and the place of
# its configuration.
keys contains {"key": standard.kms_master_key_id, "at": i, "path": path} if {
	some i, encryption in input._.encryption
	some j, rule in encryption.rule
	some k, standard in rule.apply_server_side_encryption_by_default
	standard.sse_algorithm in {"aws:kms", "aws:kms:dsse"}
	kms_key.customer(standard.kms_master_key_id)
	path := sprintf("_.encryption[%d].rule[%d].apply_server_side_encryption_by_default[%d]", [i, j, k])
}

none := "no rule encrypts with a customer managed key"

foreign := "the key of the bucket is none of the customer's"

# lacking are what shows that the bucket's default is no key of the customer, by message.
lacking[none] contains [concat(".", ["_.encryption[*].rule[*].apply_server_side_encryption_by_default[*]", name]) | some name in ["sse_algorithm", "kms_master_key_id"]] if {
	count(keys) == 0
}

# Of an account it counts whose the key is, not what it is called.
lacking[foreign] contains array.concat(paths, [concat(".", [named.path, "sse_algorithm"])]) if {
	kms_key.read_back
	some named in keys
	lists := input._.encryption[named.at]._
	some paths in kms_key.lacking(named.key, concat(".", [named.path, "kms_master_key_id"]), lists, sprintf("_.encryption[%d]._.", [named.at]))
}
