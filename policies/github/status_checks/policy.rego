# METADATA
# title: Security checks pass before a change is merged
# description: A scan that does not stop the merge is read afterwards, or never. The checks have to be required, on a branch that is up to date with what it is merged into, and what looks for secrets, vulnerabilities and configuration mistakes has to be among them.
# related_resources:
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://docs.github.com/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
# custom:
#   id: HIPAA-GH-004
#   severity: high
#   citations: ["164.312(c)(1)", "164.308(a)(8)", "164.308(a)(1)(ii)(B)"]
#   assertions:
#     required: {title: Some status check is required}
#     strict: {title: Branches are up to date before they are merged}
#     security: {title: A security check is among the required}
#   params:
#     security_checks: {type: "[string]", default: ["*hipaactl*", "*codeql*", "*sast*", "*semgrep*", "*secret*", "*gitleaks*", "*trufflehog*", "*dependency*", "*dependabot*", "*snyk*", "*trivy*", "*checkov*", "*tfsec*", "*grype*", "*zap*", "*security*", "*vulnerab*"], stricter: fewer, source: "names by which such jobs are usually called; case does not count"}
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string, required_status_checks: [{strict: bool, contexts: [string]}]}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], rules: [{required_status_checks: [{strict_required_status_checks_policy: bool, required_check: [{context: string}]}]}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], rules: [{required_status_checks: [{strict_required_status_checks_policy: bool, required_check: [{context: string}]}]}]}
#   remediation: Require the jobs that scan for secrets, vulnerabilities and configuration mistakes, and require branches to be up to date. Name them in security_checks if their names say nothing of it.
package hipaactl.github.status_checks

import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"required", "strict", "security"}
}

contexts contains context if context := branch_rules.classic[_].required_status_checks[_].contexts[_]

contexts contains context if context := branch_rules.active[_].rules[_].required_status_checks[_].required_check[_].context

strict if branch_rules.classic[_].required_status_checks[_].strict

strict if branch_rules.active[_].rules[_].required_status_checks[_].strict_required_status_checks_policy

secure if {
	some context in contexts
	is_string(context)
	some pattern in data.params.security_checks
	glob.match(lower(pattern), null, lower(context))
}

deny contains {"assertion": "required", "paths": branch_rules.paths, "message": "no status check has to pass before a merge"} if count(contexts) == 0

deny contains {"assertion": "strict", "paths": branch_rules.paths, "message": "a branch may be merged that was not checked together with the latest state"} if not strict

deny contains {"assertion": "security", "paths": branch_rules.paths, "message": "none of the required checks is known as a security check"} if not secure
