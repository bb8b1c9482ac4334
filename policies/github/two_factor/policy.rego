# METADATA
# title: The organization requires two-factor authentication
# description: A password that was guessed, reused or phished opens every repository of its owner, and what is deployed from them. GitHub tells owners alone whether a second factor is required, and whether members are without one. Single sign-on is not read.
# related_resources:
#   - https://docs.github.com/organizations/keeping-your-organization-secure/managing-two-factor-authentication-for-your-organization/requiring-two-factor-authentication-in-your-organization
#   - https://docs.github.com/rest/orgs/orgs#get-an-organization
#   - https://docs.github.com/rest/orgs/members#list-organization-members
# custom:
#   id: HIPAA-GH-011
#   severity: high
#   citations: ["164.312(d)", "164.312(a)(2)(i)", "164.312(a)(1)"]
#   nprm: ["164.312(f)(2)(ii)"]
#   assertions:
#     required: {title: A second factor is required, reads: [two_factor_requirement_enabled]}
#     members: {title: Every member has one, reads: [members_without_two_factor]}
#   resources: {github_organization: {two_factor_requirement_enabled: bool, members_without_two_factor: bool}}
#   remediation: Require two-factor authentication in the organization's settings, under Authentication security. The Terraform provider has no argument for it.
package hipaactl.github.two_factor

deny contains {"assertion": "required", "paths": ["two_factor_requirement_enabled"], "message": "the organization requires no second factor"} if {
	not input.two_factor_requirement_enabled
}

deny contains {"assertion": "members", "paths": ["members_without_two_factor"], "message": "the organization has members without a second factor"} if {
	input.members_without_two_factor
}
