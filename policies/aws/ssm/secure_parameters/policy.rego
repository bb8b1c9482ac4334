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
#   resources: {aws_ssm_parameter: {name: string, type: string, value: examined(name), insecure_value: examined(name), key_id: string}}
#   related:
#     key: {type: aws_kms_key, on: arn = key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = key_id, attributes: {name: string}}
#   params:
#     confidence: {type: "[string]", default: [medium, high], stricter: more, source: "hipaactl's own choice: from medium on, a form, check digit or surroundings rule most else out"}
#     kinds: {type: "[string]", default: ["*"], stricter: more, source: every kind that is known}
#   assertions:
#     name: {title: A parameter with the name of a secret is a SecureString, reads: [name, type]}
#     value: {title: A parameter with a secret in its value is a SecureString, reads: [name, type, value, insecure_value]}
#     customer_key:
#       title: A SecureString is encrypted with a customer managed key
#       severity: info
#       reads: [type, key_id, _.key, _.imported_key, _.replica_key]
#   remediation: Set type = "SecureString" with a key_id of your own, and change the secret, as older versions of the parameter keep it in the clear.
package hipaactl.aws.ssm.secure_parameters

import data.hipaactl.lib.contents
import data.hipaactl.lib.kms_key

plain if input.type in {"String", "StringList"}

# label is the last part of the name: db_password in /clinic/prod/db_password.
label := regex.replace(input.name, `^.*/`, "")

telling if regex.match(sprintf(`(?i)(?:%s|%s|^(?:pass|pwd|psk))$`, [password, key]), label)

password := sprintf(`(?:passw(?:or)?d|passphrase|[a-z0-9][_.-](?:pass|pwd|psk))%s`, [suffix])

key := sprintf(`(?:secret|token|credentials?|(?:api|access|account|auth|encryption|private|secret|signing)[_-]?key|connection[_-]?string)%s`, [suffix])

# suffix may follow the word that tells: db_password_prod.
suffix := `(?:[_-]?(?:[0-9]+|current|default|dev|live|new|old|plain|prev|previous|primary|prod|production|secondary|stage|staging|test|value))?`

attributes := ["value", "insecure_value"]

# pointing holds where a value only says where the secret is.
pointing if {
	some attribute in attributes
	some found in input[attribute]
	found.class == "reference"
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

deny contains {"assertion": "value", "paths": array.concat(["name", "type"], contents.at(attribute, places)), "message": message} if {
	plain
	some attribute in attributes
	places := contents.told(input[attribute], {"credential"})
	count(places) > 0
	message := sprintf("the value holds %s, and the parameter is not a SecureString", [contents.said(input[attribute], places)])
}

not_applicable contains {"assertion": "value", "paths": ["_.source"], "message": "values are not read from an account"} if {
	input._.source == "live"
}

deny contains {"assertion": "customer_key", "paths": array.concat(["type"], paths), "message": "the SecureString has no customer managed key"} if {
	input.type == "SecureString"
	some paths in kms_key.unkeyed_at(object.get(input, "key_id", ""), "key_id")
}

not_applicable contains {"assertion": "customer_key", "paths": ["type"], "message": "only a SecureString is encrypted with a KMS key"} if plain
