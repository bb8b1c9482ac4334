package provider

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// gitHubPage is the GitHub provider's documentation of one resource, by its name without "github_".
func gitHubPage(name string) string {
	return "https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/" + name + ".md"
}

// aboutBranches says what a default branch is called where nobody chose a name.
const aboutBranches = "https://docs.github.com/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/about-branches#about-the-default-branch"

// github are the defaults of the GitHub provider, integrations/github, version 6.
var github = []entry{
	{"github_actions_organization_permissions", "allowed_actions", word("all"), "https://docs.github.com/rest/actions/permissions"},
	{"github_actions_organization_workflow_permissions", "can_approve_pull_request_reviews", no, gitHubPage("actions_organization_workflow_permissions")},
	{"github_actions_organization_workflow_permissions", "default_workflow_permissions", word("read"), gitHubPage("actions_organization_workflow_permissions")},
	{"github_actions_repository_permissions", "allowed_actions", word("all"), "https://docs.github.com/rest/actions/permissions"},
	{"github_actions_repository_permissions", "enabled", yes, gitHubPage("actions_repository_permissions")},
	{"github_branch_protection", "allows_deletions", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "allows_force_pushes", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "enforce_admins", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "require_signed_commits", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "required_pull_request_reviews.dismiss_stale_reviews", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "required_pull_request_reviews.require_code_owner_reviews", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "required_pull_request_reviews.require_last_push_approval", no, gitHubPage("branch_protection")},
	{"github_branch_protection", "required_status_checks.strict", no, gitHubPage("branch_protection")},
	{"github_organization_settings", "default_repository_permission", word("read"), gitHubPage("organization_settings")},
	{"github_organization_webhook", "active", yes, gitHubPage("organization_webhook")},
	{"github_organization_webhook", "configuration.insecure_ssl", no, gitHubPage("repository_webhook")},
	{"github_repository", "archived", no, gitHubPage("repository")},
	{"github_repository", "default_branch", word("main"), aboutBranches},
	{"github_repository", "visibility", word("public"), gitHubPage("repository")},
	{"github_repository_collaborator", "permission", word("push"), gitHubPage("repository_collaborator")},
	{"github_repository_collaborators", "user.permission", word("push"), gitHubPage("repository_collaborators")},
	{"github_repository_environment", "can_admins_bypass", yes, gitHubPage("repository_environment")},
	{"github_repository_environment", "prevent_self_review", no, gitHubPage("repository_environment")},
	{"github_repository_vulnerability_alerts", "enabled", yes, gitHubPage("repository_vulnerability_alerts")},
	{"github_repository_webhook", "active", yes, gitHubPage("repository_webhook")},
	{"github_repository_webhook", "configuration.insecure_ssl", no, gitHubPage("repository_webhook")},
	{"github_workflow_repository_permissions", "can_approve_pull_request_reviews", no, "https://docs.github.com/rest/actions/permissions"},
	{"github_workflow_repository_permissions", "default_workflow_permissions", word("read"), "https://github.blog/changelog/2023-02-02-github-actions-updating-the-default-github_token-permissions-to-read-only/"},
}

// rulesets are the defaults of rulesets: those of a repository and of an organization have the same rules.
var rulesets = rulesDefaults("github_repository_ruleset", "github_organization_ruleset")

func rulesDefaults(types ...string) []entry {
	var out []entry
	for _, typ := range types {
		page := gitHubPage(strings.TrimPrefix(typ, "github_"))
		for _, path := range []string{
			"rules.deletion", "rules.non_fast_forward", "rules.required_signatures", "rules.pull_request.dismiss_stale_reviews_on_push",
			"rules.pull_request.require_code_owner_review", "rules.pull_request.require_last_push_approval",
			"rules.required_status_checks.strict_required_status_checks_policy",
		} {
			out = append(out, entry{typ, path, no, page})
		}
		out = append(out, entry{typ, "rules.pull_request.required_approving_review_count", number(0), page})
	}
	return out
}

// contextsFromChecks turns the checks of github_branch_protection_v3, "context:app_id", into
// the contexts that they are.
func contextsFromChecks(values map[string]cty.Value) {
	blocks, marks, ok := members(values["required_status_checks"])
	if !ok {
		return
	}
	for i, block := range blocks {
		attrs, own, ok := attributes(block)
		checks, seen := attrs["checks"]
		if !ok || !seen {
			continue
		}
		delete(attrs, "checks")
		if list, of, known := members(checks); unset(attrs["contexts"]) && known {
			for j, check := range list {
				list[j] = respell(check, func(text string) string {
					if at := strings.LastIndexByte(text, ':'); at >= 0 {
						return text[:at]
					}
					return text
				})
			}
			attrs["contexts"] = cty.TupleVal(list).WithMarks(of)
		} else if unset(attrs["contexts"]) {
			attrs["contexts"] = checks
		}
		blocks[i] = object(attrs).WithMarks(own)
	}
	values["required_status_checks"] = cty.TupleVal(blocks).WithMarks(marks)
}

// visibilityFromPrivate reads the argument that visibility replaced, and overrides.
func visibilityFromPrivate(values map[string]cty.Value) {
	private, ok := values["private"]
	if !ok || !absent(values["visibility"]) || absent(private) {
		return
	}
	values["visibility"] = mapped(private, cty.String, func(v cty.Value) (cty.Value, bool) {
		private, ok := truth(v)
		if private {
			return cty.StringVal("private"), ok
		}
		return cty.StringVal("public"), ok
	})
}
