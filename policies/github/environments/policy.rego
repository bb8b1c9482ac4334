# METADATA
# title: Deployments to production are approved
# description: Whoever can start a deployment to production can put anything there that a workflow can build, from any branch. Reviewers of the environment decide first, unless administrators may go round them, and its branch policy says where from.
# related_resources:
#   - https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments
#   - https://docs.github.com/rest/deployments/environments#list-environments
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_environment.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_environment_deployment_policy.md
# custom:
#   id: HIPAA-GH-013
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(c)(1)", "164.308(a)(3)(ii)(A)"]
#   assertions:
#     reviewers: {title: Somebody has to approve}
#     branches: {title: Not every branch may be deployed}
#     administrators: {title: Administrators do not bypass the rules}
#   params:
#     names: {type: "[string]", default: ["prod*", "prd*", "live*", "*-prod", "*-production", "*-prd", "*-live"], stricter: more, source: what environments of production are usually called; case does not count}
#   resources:
#     github_repository_environment: {environment: string, reviewers: [{teams: [string], users: [string]}], can_admins_bypass: bool, deployment_branch_policy: [{protected_branches: bool, custom_branch_policies: bool}]}
#   related:
#     policies: {type: github_repository_environment_deployment_policy, on: repository = repository, attributes: {environment: string, branch_pattern: string}}
#   remediation: Give the environment reviewers, a deployment_branch_policy and can_admins_bypass = false.
package hipaactl.github.environments

production if {
	some pattern in data.params.names
	glob.match(lower(pattern), null, lower(input.environment))
}

not_applicable contains {"assertion": assertion, "paths": ["environment"], "message": "its name is none of production"} if {
	not production
	some assertion in {"reviewers", "branches", "administrators"}
}

reviewed if count(input.reviewers[_].users) > 0

reviewed if count(input.reviewers[_].teams) > 0

deny contains {"assertion": "reviewers", "paths": ["environment", "reviewers"], "message": "nobody has to approve a deployment"} if {
	production
	not reviewed
}

deny contains {"assertion": "branches", "paths": ["environment", "deployment_branch_policy"], "message": "every branch may be deployed"} if {
	production
	not limited
}

limited if input.deployment_branch_policy[_].protected_branches

limited if input.deployment_branch_policy[_].custom_branch_policies

deny contains {"assertion": "branches", "paths": ["environment", sprintf("_.policies[%d]", [i])], "message": "every branch may be deployed: a pattern matches all"} if {
	production
	some i, policy in input._.policies
	policy.environment in {input.environment, "ref:self.environment"}
	policy.branch_pattern in {"*", "**", "**/*"}
}

deny contains {"assertion": "administrators", "paths": ["environment", "can_admins_bypass"], "message": "administrators may deploy without the approval"} if {
	production
	input.can_admins_bypass
}
