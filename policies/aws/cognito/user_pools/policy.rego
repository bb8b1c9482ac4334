# METADATA
# title: Cognito asks for a second factor and stops attacks on accounts
# description: >-
#   Patients and staff sign in to portals with what a user pool asks of them. A password alone is guessed, phished, or known from a
#   breach elsewhere: a second factor stops that, threat protection blocks sign-ins that look like it, and length makes guessing slow.
#   An identity pool with guests gives AWS credentials to anybody who knows its id; it is judged in configuration.
# related_resources:
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
#   - https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html
#   - https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
# custom:
#   id: HIPAA-COG-001
#   severity: medium
#   citations: ["164.312(d)", "164.312(a)(1)", "164.308(a)(5)(ii)(D)"]
#   nprm: ["164.312(f)(2)(ii)"]
#   resources:
#     aws_cognito_user_pool:
#       mfa_configuration: string
#       user_pool_add_ons: [{advanced_security_mode: string}]
#       password_policy: [{minimum_length: number}]
#     aws_cognito_identity_pool: {allow_unauthenticated_identities: bool}
#   params:
#     minimum_length: {type: number, default: 12, unit: characters, stricter: higher, source: default of hipaactl; the Rule names no number}
#     assume_phi: {type: bool, default: false, stricter: true, source: the rule proposed in January 2025 asks everybody for a second factor}
#   assertions:
#     mfa: {title: "A second factor can be used, and has to be for PHI", reads: [mfa_configuration]}
#     threats: {title: Sign-ins that look like an attack are blocked, reads: [user_pool_add_ons]}
#     length: {title: Passwords are long enough, reads: [password_policy]}
#     guests: {title: Nobody gets credentials without signing in, reads: [allow_unauthenticated_identities]}
#   remediation: >-
#     Set mfa_configuration = "ON" with software_token_mfa_configuration { enabled = true }, user_pool_tier = "PLUS" with
#     user_pool_add_ons { advanced_security_mode = "ENFORCED" }, and password_policy { minimum_length = 12 }; on an identity pool set
#     allow_unauthenticated_identities = false.
package hipaactl.aws.cognito.user_pools

pool if input._.type == "aws_cognito_user_pool"

deny contains {"assertion": "mfa", "paths": paths, "message": message} if {
	pool
	some paths, message in weak_mfa
}

# weak_mfa is what is wrong with the second factor, by what that rests on.
weak_mfa[["mfa_configuration"]] := "nobody can use a second factor" if {
	object.get(input, "mfa_configuration", "OFF") == "OFF"
}

weak_mfa[["_.phi", "mfa_configuration"]] := "the pool is for PHI, and users may do without a second factor" if {
	held
	input.mfa_configuration == "OPTIONAL"
}

held if input._.phi == "yes"

held if {
	data.params.assume_phi
	input._.phi == "unmarked"
}

enforced if {
	some add_ons in input.user_pool_add_ons
	add_ons.advanced_security_mode == "ENFORCED"
}

deny contains {"assertion": "threats", "paths": ["user_pool_add_ons[*].advanced_security_mode"], "message": "threat protection does not block sign-ins that look like an attack"} if {
	pool
	not enforced
}

# unsaid is how short a password may be in a pool that does not say.
# https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
unsaid := 8

# rules are those of the password policy, without a block that was not seen.
rules := {i: policy | some i, policy in input.password_policy; is_object(policy)}

deny contains {"assertion": "length", "paths": [path], "message": message} if {
	pool
	some path, length in lengths
	length < data.params.minimum_length
	message := sprintf("passwords may be shorter than %v characters", [data.params.minimum_length])
}

lengths[sprintf("password_policy[%d].minimum_length", [i])] := object.get(policy, "minimum_length", unsaid) if some i, policy in rules

lengths["password_policy"] := unsaid if count(object.get(input, "password_policy", [])) == 0

deny contains {"assertion": "guests", "paths": ["allow_unauthenticated_identities"], "message": "guests get credentials of AWS without signing in"} if {
	not pool
	input.allow_unauthenticated_identities
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of user pools"} if {
	not pool
	some assertion in {"mfa", "threats", "length"}
}

not_applicable contains {"assertion": "guests", "paths": ["_.type"], "message": "this is asked of identity pools"} if pool
