# METADATA
# title: The root user is protected with MFA
# description: >-
#   The root user may do everything, and no policy of the account limits it: a guessed or stolen password must not be
#   enough. A virtual device is a secret on a phone that can be copied; a security key or a hardware token cannot.
#   Members of an organization need no root credentials at all: where they were removed, nobody can sign in as root.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management
#   - https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
# custom:
#   id: HIPAA-IAM-003
#   severity: critical
#   citations: ["164.312(d)", "164.312(a)(1)", "164.312(a)(2)(i)"]
#   nprm: ["164.312(f)(2)(ii)"]
#   resources:
#     aws_iam_account_summary:
#       account_mfa_enabled: bool
#       account_password_present: number
#       account_access_keys_present: number
#       account_signing_certificates_present: number
#       root_virtual_mfa: bool
#     aws_iam_organizations_features: {enabled_features: [string]}
#   assertions:
#     mfa:
#       title: The root user has an MFA device, or no credentials
#       reads: [account_mfa_enabled, account_password_present, account_access_keys_present, account_signing_certificates_present]
#     hardware:
#       title: No MFA device of the root user is a virtual one
#       severity: medium
#       reads: [account_mfa_enabled, root_virtual_mfa]
#     central:
#       title: The organization manages the root credentials of its members
#       severity: info
#       reads: [enabled_features]
#   remediation: Register a hardware MFA device for the root user, or remove the root credentials of member accounts centrally.
package hipaactl.aws.iam.root_mfa

assertions := {
	"aws_iam_account_summary": {"mfa", "hardware"},
	"aws_iam_organizations_features": {"central"},
}

# credentials are what centralized root access takes from an account, along with the MFA devices.
credentials := {"account_password_present", "account_access_keys_present", "account_signing_certificates_present"}

deny contains {
	"assertion": "mfa",
	"paths": ["account_mfa_enabled", credential],
	"message": "the root user has no MFA device",
} if {
	input._.type == "aws_iam_account_summary"
	not input.account_mfa_enabled
	some credential in credentials
	object.get(input, credential, 1) != 0
}

deny contains {
	"assertion": "hardware",
	"paths": ["account_mfa_enabled", "root_virtual_mfa"],
	"message": "a virtual MFA device belongs to the root user",
} if {
	input.account_mfa_enabled
	input.root_virtual_mfa
}

unknown contains {
	"assertion": "hardware",
	"paths": ["root_virtual_mfa"],
	"message": "which kind of MFA device the root user has",
} if {
	input.account_mfa_enabled
	object.get(input, "root_virtual_mfa", "absent") == "absent"
}

deny contains {
	"assertion": "central",
	"paths": ["enabled_features"],
	"message": "member accounts may keep root credentials of their own",
} if {
	input._.type == "aws_iam_organizations_features"
	not "RootCredentialsManagement" in input.enabled_features
}

not_applicable contains {
	"assertion": "hardware",
	"paths": ["account_mfa_enabled"],
	"message": "the root user has no MFA device",
} if {
	not input.account_mfa_enabled
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
