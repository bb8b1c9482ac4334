# METADATA
# title: Parameters that hold secrets are SecureStrings
# description: >-
#   A String is stored in the clear and handed to whoever may read parameters, while a SecureString is encrypted and needs the
#   right to decrypt as well. Of an account only the names are read, never a value.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
#   - https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterMetadata.html
#   - https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/r/ssm_parameter.html.markdown
# custom:
#   id: HIPAA-SSM-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.308(a)(5)(ii)(D)"]
#   resources: {aws_ssm_parameter: {name: string, type: string, value: string, insecure_value: string, key_id: string}}
#   related:
#     key: {type: aws_kms_key, on: arn = key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = key_id, attributes: {name: string}}
#   assertions:
#     name: {title: A parameter with the name of a secret is a SecureString, reads: [name, type]}
#     value: {title: A parameter with a secret in its value is a SecureString, reads: [name, type, value, insecure_value]}
#     customer_key:
#       title: A SecureString is encrypted with a customer managed key
#       severity: info
#       reads: [type, key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Set type = "SecureString" with a key_id of your own, and change the secret, as older versions of the parameter keep it in the clear.
package hipaactl.aws.ssm.secure_parameters

import data.hipaactl.lib.kms_key
import data.hipaactl.lib.secrets

plain if input.type in {"String", "StringList"}

# label is the last part of the name: db_password in /clinic/prod/db_password.
label := regex.replace(input.name, `^.*/`, "")

telling if regex.match(sprintf(`(?i)(?:%s|%s|^(?:pass|pwd|psk))$`, [secrets.strong, secrets.weak]), label)

# pointer holds for a value that only says where the secret is.
pointer(attribute) if regex.match(`^(?:arn:|ref:[a-z0-9_]+\.(?:arn|id|name)$)`, input[attribute])

attributes := ["value", "insecure_value"]

pointing if {
	some attribute in attributes
	pointer(attribute)
}

# Of an account no value is read, and the name has to do.
rests_on := ["name", "type"] if {
	input._.source == "live"
} else := array.concat(["name", "type"], attributes)

deny contains {"assertion": "name", "paths": rests_on, "message": "the name is that of a secret, and the parameter is not a SecureString"} if {
	plain
	telling
	not pointing
}

deny contains {"assertion": "value", "paths": [attribute, "type"], "message": message} if {
	plain
	some attribute in attributes
	kinds := secrets.in_pair(label, input[attribute])
	count(kinds) > 0
	message := sprintf("the value holds %s, and the parameter is not a SecureString", [secrets.listed(kinds)])
}

not_applicable contains {"assertion": "value", "paths": ["_.source"], "message": "values are not read from an account"} if {
	input._.source == "live"
}

deny contains {"assertion": "customer_key", "paths": array.concat(["type"], paths), "message": "the SecureString has no customer managed key"} if {
	input.type == "SecureString"
	some paths in kms_key.unkeyed_at(object.get(input, "key_id", ""), "key_id")
}

not_applicable contains {"assertion": "customer_key", "paths": ["type"], "message": "only a SecureString is encrypted with a KMS key"} if plain
