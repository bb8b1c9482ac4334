# METADATA
# title: The root user has no access keys and no signing certificates
# description: >-
#   A key of the root user opens the whole account without a password or MFA, and nothing says which person used it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html
#   - https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
# custom:
#   id: HIPAA-IAM-004
#   severity: critical
#   citations: ["164.312(a)(1)", "164.312(a)(2)(i)", "164.308(a)(3)(i)"]
#   resources:
#     aws_iam_account_summary: {account_access_keys_present: number, account_signing_certificates_present: number}
#     aws_iam_access_key: {user: string}
#   remediation: Delete the root user's access keys and signing certificates, and give each task a role.
package hipaactl.aws.iam.root_keys

credentials := {
	"account_access_keys_present": "the root user has an access key",
	"account_signing_certificates_present": "the root user has a signing certificate",
}

deny contains {"paths": [attribute], "message": message} if {
	some attribute, message in credentials
	input[attribute] != 0
}

deny contains {"paths": ["user"], "message": "the key is one for root"} if {
	input._.type == "aws_iam_access_key"
	input.user == "root"
}

unknown contains {"paths": [attribute], "message": sprintf("whether %s", [message])} if {
	input._.type == "aws_iam_account_summary"
	some attribute, message in credentials
	object.get(input, attribute, "absent") == "absent"
}
