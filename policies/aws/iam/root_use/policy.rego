# METADATA
# title: The root user is not used from day to day
# description: >-
#   Work that is done as root cannot be limited by any policy and cannot be traced to a person. The credential report shows
#   when the root user's password and keys were last used.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
# custom:
#   id: HIPAA-IAM-005
#   severity: medium
#   citations: ["164.312(a)(2)(i)", "164.308(a)(1)(ii)(D)", "164.312(a)(1)"]
#   resources:
#     aws_iam_credential_report_user:
#       user: string
#       password_last_used: string
#       access_key_1_last_used_date: string
#       access_key_2_last_used_date: string
#   params:
#     quiet_days: {type: number, default: 30, unit: days, stricter: higher, source: default of hipaactl; the Rule names no number}
#   remediation: Work through federated roles, and keep the root user for the few tasks that need it.
package hipaactl.aws.iam.root_use

import data.hipaactl.lib.age

root if input.user == "<root_account>"

uses := {
	"password_last_used": "password",
	"access_key_1_last_used_date": "first access key",
	"access_key_2_last_used_date": "second access key",
}

deny contains {"paths": ["user", attribute], "message": message} if {
	root
	some attribute, credential in uses
	age.days(input[attribute]) < data.params.quiet_days
	message := sprintf("the root user's %s was used in the last %v days", [credential, data.params.quiet_days])
}

unknown contains {"paths": [attribute], "message": sprintf("when the root user's %s was last used", [credential])} if {
	root
	some attribute, credential in uses
	input[attribute]
	not age.days(input[attribute])
}

not_applicable contains {"paths": ["user"], "message": "this is not the root user"} if not root
