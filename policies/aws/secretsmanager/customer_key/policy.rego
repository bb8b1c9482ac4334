# METADATA
# title: Secrets are encrypted with a customer managed key
# description: >-
#   Every principal of the account may use the key that AWS manages for secrets, so that only the policies on secrets stand
#   between them and a value. A key of your own has a policy, and a copy in another Region needs one there.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
# custom:
#   id: HIPAA-SEC-002
#   severity: {default: medium, phi: high}
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)"]
#   resources: {aws_secretsmanager_secret: {kms_key_id: string, replica: [{kms_key_id: string}]}}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#   assertions:
#     customer_key:
#       title: The secret names a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#     replicas: {title: Copies of the secret in other Regions name customer managed keys, reads: ["replica[*].kms_key_id"]}
#   remediation: Set kms_key_id, also in each replica block, to a key whose policy limits kms:Decrypt to those who need the secret.
package hipaactl.aws.secretsmanager.customer_key

import data.hipaactl.lib.kms_key

deny contains {"assertion": "customer_key", "paths": paths, "message": "the secret has no customer managed key"} if {
	some paths in kms_key.unkeyed
}

own_key(copied) if kms_key.customer(copied.kms_key_id)

deny contains {"assertion": "replicas", "paths": [path], "message": "a copy of the secret in another Region has no customer managed key"} if {
	some i, copied in input.replica
	not own_key(copied)
	path := sprintf("replica[%d].kms_key_id", [i])
}

not_applicable contains {"assertion": "replicas", "paths": ["replica"], "message": "the secret is not copied to other Regions"} if {
	input._.source != "live"
	count(object.get(input, "replica", [])) == 0
}

not_applicable contains {"assertion": "replicas", "paths": ["_.source"], "message": "copies are not read from an account"} if {
	input._.source == "live"
}
