# METADATA
# title: The password policy asks for strong passwords
# description: Short or uniform passwords are guessed. The policy is the only place where AWS enforces what people choose.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
#   - https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
# custom:
#   id: HIPAA-IAM-001
#   severity: medium
#   citations: ["164.308(a)(5)(ii)(D)", "164.312(d)", "164.312(a)(2)(i)"]
#   resources:
#     aws_iam_account_password_policy:
#       minimum_password_length: number
#       require_uppercase_characters: bool
#       require_lowercase_characters: bool
#       require_numbers: bool
#       require_symbols: bool
#   params:
#     minimum_length: {type: number, default: 12, unit: characters, stricter: higher, source: default of hipaactl; the CIS AWS Foundations Benchmark asks for 14}
#   assertions:
#     length: {title: Passwords are long enough, reads: [minimum_password_length]}
#     uppercase: {title: Passwords need an uppercase letter, reads: [require_uppercase_characters]}
#     lowercase: {title: Passwords need a lowercase letter, reads: [require_lowercase_characters]}
#     numbers: {title: Passwords need a digit, reads: [require_numbers]}
#     symbols: {title: Passwords need a symbol, reads: [require_symbols]}
#   remediation: Set minimum_password_length to the required length and the four require_ arguments to true.
package hipaactl.aws.iam.password_strength

classes := {
	"uppercase": "require_uppercase_characters",
	"lowercase": "require_lowercase_characters",
	"numbers": "require_numbers",
	"symbols": "require_symbols",
}

deny contains {"assertion": "length", "paths": ["minimum_password_length"], "message": message} if {
	object.get(input, "minimum_password_length", 0) < data.params.minimum_length
	message := sprintf("passwords may be shorter than %v characters", [data.params.minimum_length])
}

deny contains {"assertion": class, "paths": [argument], "message": sprintf("%s is not true", [argument])} if {
	some class, argument in classes
	not input[argument]
}
