# METADATA
# title: Workflows use chosen actions and a token that reads
# description: An action is code of somebody else that runs with the secrets of the workflow. Where every action is allowed, one that was taken over is too. A default token that can write, and workflows that approve pull requests, let such code change the repository without anybody.
# related_resources:
#   - https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository
#   - https://docs.github.com/rest/actions/permissions
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/actions_repository_permissions.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/workflow_repository_permissions.md
# custom:
#   id: HIPAA-GH-015
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(c)(1)", "164.308(a)(4)(ii)(C)"]
#   resources:
#     github_actions_repository_permissions: {enabled: bool, allowed_actions: string}
#     github_actions_organization_permissions: {enabled_repositories: string, allowed_actions: string}
#     github_workflow_repository_permissions: &token {default_workflow_permissions: string, can_approve_pull_request_reviews: bool}
#     github_actions_organization_workflow_permissions: *token
#   remediation: Set allowed_actions = "selected" (or "local_only"), default_workflow_permissions = "read" and can_approve_pull_request_reviews = false.
package hipaactl.github.actions

deny contains {"paths": ["enabled", "allowed_actions"], "message": "every action of anybody is allowed"} if {
	input.enabled
	input.allowed_actions == "all"
}

deny contains {"paths": ["enabled_repositories", "allowed_actions"], "message": "every action of anybody is allowed"} if {
	input.enabled_repositories in {"all", "selected"}
	input.allowed_actions == "all"
}

deny contains {"paths": ["default_workflow_permissions"], "message": "the token of workflows can write"} if {
	input.default_workflow_permissions == "write"
}

deny contains {"paths": ["can_approve_pull_request_reviews"], "message": "workflows can approve pull requests"} if {
	input.can_approve_pull_request_reviews
}
