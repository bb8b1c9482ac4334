# METADATA
# title: Access keys are rotated
# description: >-
#   An access key works until somebody deletes it, wherever it was copied to. A second active key is meant for the days of
#   a change; afterwards it is one more that can leak. A key that Terraform makes leaves its secret in the state.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key
# custom:
#   id: HIPAA-IAM-007
#   severity: high
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     aws_iam_credential_report_user:
#       access_key_1_active: bool
#       access_key_1_last_rotated: string
#       access_key_2_active: bool
#       access_key_2_last_rotated: string
#     aws_iam_access_key: {}
#   params:
#     maximum_days: {type: number, default: 90, unit: days, stricter: lower, source: a common limit for credentials; the Rule names no number}
#   assertions:
#     age:
#       title: Active keys are new enough
#       reads: [access_key_1_active, access_key_1_last_rotated, access_key_2_active, access_key_2_last_rotated]
#     single:
#       title: No user has two active keys
#       severity: medium
#       reads: [access_key_1_active, access_key_2_active]
#     declared:
#       title: Access keys are not made by Terraform
#       severity: info
#   remediation: Replace the key and delete the old one, or use roles, which need no keys.
package hipaactl.aws.iam.key_rotation

import data.hipaactl.lib.age

assertions := {
	"aws_iam_credential_report_user": {"age", "single"},
	"aws_iam_access_key": {"declared"},
}

# keys maps the keys of the report to when each was made or last changed.
keys := {
	"access_key_1_active": "access_key_1_last_rotated",
	"access_key_2_active": "access_key_2_last_rotated",
}

active contains key if {
	some key, _ in keys
	input[key]
}

deny contains {"assertion": "age", "paths": [key, keys[key]], "message": message} if {
	some key in active
	age.days(input[keys[key]]) > data.params.maximum_days
	message := sprintf("an active access key is older than %v days", [data.params.maximum_days])
}

unknown contains {"assertion": "age", "paths": [key, keys[key]], "message": "how old an active access key is"} if {
	some key in active
	not age.first([keys[key]])
}

deny contains {
	"assertion": "single",
	"paths": ["access_key_1_active", "access_key_2_active"],
	"message": "the user has two active access keys",
} if {
	count(active) == 2
}

deny contains {
	"assertion": "declared",
	"paths": ["_.type"],
	"message": "the configuration makes a long-lived access key, and its secret lands in the state",
} if {
	input._.type == "aws_iam_access_key"
}

not_applicable contains {
	"assertion": assertion,
	"paths": ["access_key_1_active", "access_key_2_active"],
	"message": "the user has no active access key",
} if {
	some assertion in assertions.aws_iam_credential_report_user
	count(active) == 0
}

not_applicable contains {
	"assertion": assertion,
	"paths": ["_.type"],
	"message": "this is asked of other resources",
} if {
	some type, others in assertions
	type != input._.type
	some assertion in others
}
