# METADATA
# title: The password policy limits reuse and age
# description: >-
#   A password that leaked stays useful until it is changed for good. Shops that follow NIST SP 800-63B, which asks for
#   a change only when a password may be known to others, switch the limit of the age off.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#   - https://pages.nist.gov/800-63-4/sp800-63b.html
# custom:
#   id: HIPAA-IAM-002
#   severity: low
#   citations: ["164.308(a)(5)(ii)(D)"]
#   resources:
#     aws_iam_account_password_policy: {password_reuse_prevention: number, max_password_age: number}
#   params:
#     reuse_prevention: {type: number, default: 24, unit: passwords, stricter: higher, source: the most that AWS can remember}
#     maximum_age: {type: number, default: 90, unit: days, stricter: lower, source: default of hipaactl}
#     limit_age: {type: bool, default: true, stricter: true, source: false for shops that follow NIST SP 800-63B}
#   assertions:
#     reuse: {title: Old passwords cannot be used again, reads: [password_reuse_prevention]}
#     age: {title: Passwords expire, reads: [max_password_age]}
#   remediation: Set password_reuse_prevention = 24 and max_password_age = 90.
package hipaactl.aws.iam.password_lifetime

# expires holds where passwords have to be changed in time; an age of 0 is no limit.
expires if {
	input.max_password_age > 0
	input.max_password_age <= data.params.maximum_age
}

deny contains {"assertion": "reuse", "paths": ["password_reuse_prevention"], "message": message} if {
	object.get(input, "password_reuse_prevention", 0) < data.params.reuse_prevention
	message := sprintf("fewer than %v old passwords are remembered", [data.params.reuse_prevention])
}

deny contains {"assertion": "age", "paths": ["max_password_age"], "message": message} if {
	data.params.limit_age
	not expires
	message := sprintf("passwords do not expire within %v days", [data.params.maximum_age])
}

not_applicable contains {"assertion": "age", "paths": ["_.type"], "message": "the limit of the age is switched off"} if {
	not data.params.limit_age
}
