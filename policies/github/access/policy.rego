# METADATA
# title: Few people can write to repositories
# description: A permission that every member has, an outsider who administers a repository, a key that can push and more owners than needed are ways in that nobody decided on for this repository, and that are forgotten when somebody leaves.
# related_resources:
#   - https://docs.github.com/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/setting-base-permissions-for-an-organization
#   - https://docs.github.com/authentication/connecting-to-github-with-ssh/managing-deploy-keys
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/organization_settings.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_collaborators.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_deploy_key.md
# custom:
#   id: HIPAA-GH-014
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(3)(ii)(C)"]
#   params:
#     maximum_owners: {type: number, default: 5, unit: owners, stricter: lower, source: "enough for absences, and few enough to review; the Rule names no number"}
#   resources:
#     github_organization: {owners: number}
#     github_organization_settings: {default_repository_permission: string}
#     github_repository_collaborator: {permission: string}
#     github_repository_collaborators: {user: [{permission: string}]}
#     github_repository_deploy_key: {read_only: bool}
#   remediation: Set the base permission to none or read, give access through teams, make deploy keys read only, and keep owners few.
package hipaactl.github.access

deny contains {"paths": ["owners"], "message": sprintf("the organization has more than %d owners", [data.params.maximum_owners])} if {
	input.owners > data.params.maximum_owners
}

deny contains {"paths": ["default_repository_permission"], "message": "every member may write to every repository"} if {
	input.default_repository_permission in {"write", "admin"}
}

deny contains {"paths": ["permission"], "message": "a collaborator administers the repository"} if input.permission == "admin"

deny contains {"paths": [sprintf("user[%d].permission", [i])], "message": "a collaborator administers the repository"} if {
	some i, user in input.user
	user.permission == "admin"
}

deny contains {"paths": ["read_only"], "message": "the deploy key can write"} if {
	input._.type == "github_repository_deploy_key"
	not input.read_only
}
