# METADATA
# title: People sign in by federation, not as IAM users
# description: >-
#   An IAM user has a password or key of its own that nobody takes away when the person leaves. Where an identity provider is
#   there, a user with a password is a second door beside it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
#   - https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html
#   - https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListInstances.html
# custom:
#   id: HIPAA-IAM-017
#   severity: medium
#   citations: ["164.312(a)(2)(i)", "164.312(d)", "164.308(a)(3)(ii)(C)"]
#   resources:
#     aws_iam_user: {}
#     aws_iam_user_login_profile: {user: string}
#   related:
#     saml: {type: aws_iam_saml_provider, on: account}
#     centers: {type: aws_ssoadmin_instance, on: account, attributes: {status: string}}
#     permission_sets: {type: aws_ssoadmin_permission_set, on: account}
#   params:
#     break_glass: {type: [string], default: [break-glass], stricter: fewer, source: "names of the users for emergencies, 164.312(a)(2)(ii)"}
#   assertions:
#     declared: {title: Configuration makes no IAM users, severity: info, reads: []}
#     console: {title: Nobody has a password where there is federation, reads: [user, _.saml, _.centers, _.permission_sets]}
#   remediation: >-
#     Give people access by IAM Identity Center or a SAML provider, and delete their passwords and users. Users for emergencies are listed
#     by name in the parameter break_glass.
package hipaactl.aws.iam.federation

asked := {"declared": "aws_iam_user", "console": "aws_iam_user_login_profile"}

# In an account users may be of services that know nothing else; what is new can be asked.
deny contains {"assertion": "declared", "paths": ["_.type", "_.source"], "message": "the configuration makes an IAM user"} if {
	input._.type == asked.declared
	input._.source != "live"
}

not_applicable contains {"assertion": "declared", "paths": ["_.source"], "message": "that is asked of configuration"} if {
	input._.source == "live"
}

# federated are the paths that show that people can sign in otherwise.
federated contains sprintf("_.saml[%d]", [i]) if some i, _ in input._.saml

federated contains sprintf("_.permission_sets[%d]", [i]) if some i, _ in input._.permission_sets

federated contains sprintf("_.centers[%d].status", [i]) if {
	some i, center in input._.centers
	center.status == "ACTIVE"
}

emergency if input.user in data.params.break_glass

deny contains {"assertion": "console", "paths": ["user", path], "message": "the user has a password although there is federation"} if {
	input._.type == asked.console
	not emergency
	some path in federated
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of other resources"} if {
	some assertion, type in asked
	type != input._.type
}
