package hipaactl.github.access_test

import data.hipaactl.github.access

denials(resource) := found if found := count(access.deny) with input as resource with data.params as {"maximum_owners": 5}

test_few if {
	denials({"owners": 5, "_": {"type": "github_organization"}}) == 0
	denials({"default_repository_permission": "read", "_": {"type": "github_organization_settings"}}) == 0
	denials({"permission": "push", "_": {"type": "github_repository_collaborator"}}) == 0
	denials({"user": [{"permission": "pull"}], "_": {"type": "github_repository_collaborators"}}) == 0
	denials({"read_only": true, "_": {"type": "github_repository_deploy_key"}}) == 0
}

test_many if {
	denials({"owners": 6, "_": {"type": "github_organization"}}) == 1
	denials({"default_repository_permission": "admin", "_": {"type": "github_organization_settings"}}) == 1
	denials({"permission": "admin", "_": {"type": "github_repository_collaborator"}}) == 1
	denials({"user": [{"permission": "admin"}], "_": {"type": "github_repository_collaborators"}}) == 1
	denials({"_": {"type": "github_repository_deploy_key"}}) == 1
}
