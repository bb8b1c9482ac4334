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

# contexts are the checks that classic protection and these rulesets require.
contexts(rulesets) := classic | {context | context := rulesets[_].rules[_].required_status_checks[_].required_check[_].context} if {
	classic := {context | context := branch_rules.classic[_].required_status_checks[_].contexts[_]}
}

required(rulesets) if count(contexts(rulesets)) > 0

strict(_) if branch_rules.classic[_].required_status_checks[_].strict

strict(rulesets) if rulesets[_].rules[_].required_status_checks[_].strict_required_status_checks_policy

secure(rulesets) if {
	some context in contexts(rulesets)
	is_string(context)
	some pattern in data.params.security_checks
	glob.match(lower(pattern), null, lower(context))
}

deny contains {"assertion": "required", "paths": branch_rules.paths, "message": "no status check has to pass before a merge"} if not required(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "required"}) if {
	not required(branch_rules.active)
	required(branch_rules.possible)
}

deny contains {"assertion": "strict", "paths": branch_rules.paths, "message": "a branch may be merged that was not checked together with the latest state"} if not strict(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "strict"}) if {
	not strict(branch_rules.active)
	strict(branch_rules.possible)
}

deny contains {"assertion": "security", "paths": branch_rules.paths, "message": "none of the required checks is known as a security check"} if not secure(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "security"}) if {
	not secure(branch_rules.active)
	secure(branch_rules.possible)
}
