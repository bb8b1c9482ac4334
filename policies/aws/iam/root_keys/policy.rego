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
#   assertions:
#     account:
#       title: The root user has no access keys and no signing certificates
#       reads: [account_access_keys_present, account_signing_certificates_present]
#     key: {title: The key is one of a user other than root, reads: [user]}
#   remediation: Delete the root user's access keys and signing certificates, and give each task a role.
package hipaactl.aws.iam.root_keys

credentials := {
	"account_access_keys_present": "the root user has an access key",
	"account_signing_certificates_present": "the root user has a signing certificate",
}

key if input._.type == "aws_iam_access_key"

deny contains {"assertion": "account", "paths": [attribute], "message": message} if {
	some attribute, message in credentials
	input[attribute] != 0
}

deny contains {"assertion": "key", "paths": ["user"], "message": "the key is one for root"} if {
	key
	input.user == "root"
}

unknown contains {"assertion": "account", "paths": [attribute], "message": sprintf("whether %s", [message])} if {
	not key
	some attribute, message in credentials
	object.get(input, attribute, "absent") == "absent"
}

# That one key is not root's says nothing of what else root has.
not_applicable contains {"assertion": "account", "paths": ["_.type"], "message": "this is asked of the account"} if key

not_applicable contains {"assertion": "key", "paths": ["_.type"], "message": "this is asked of keys"} if not key
