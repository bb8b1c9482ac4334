# METADATA
# title: The account has a password policy
# description: Without a policy of its own AWS asks for eight characters and three of four kinds of character.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
# custom:
#   id: HIPAA-IAM-001
#   severity: medium
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.312(a)(2)(i)"]
#   scope: account
#   more: helps
#   resources:
#     aws_iam_account_password_policy: {}
#   remediation: Declare aws_iam_account_password_policy with the required length and all classes of characters.
package hipaactl.aws.iam.password_strength_account

deny contains {"paths": ["aws_iam_account_password_policy"], "message": "the account has no password policy"} if {
	count(input.aws_iam_account_password_policy) == 0
}
