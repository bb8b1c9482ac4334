# METADATA
# title: Commits of the default branch are signed
# description: The author of a commit is whatever the one who made it wrote down. A verified signature says whose it is, and that nothing was changed since.
# related_resources:
#   - https://docs.github.com/authentication/managing-commit-signature-verification/about-commit-signature-verification
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
# custom:
#   id: HIPAA-GH-005
#   severity: medium
#   citations: ["164.312(c)(2)", "164.312(c)(1)", "164.312(d)"]
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string, require_signed_commits: bool}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], rules: [{required_signatures: bool}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], rules: [{required_signatures: bool}]}
#   remediation: Set require_signed_commits = true in the branch protection, or required_signatures = true in a ruleset.
package hipaactl.github.signed_commits

import data.hipaactl.lib.branch_rules

not_applicable contains statement if some statement in branch_rules.archived

signed(_) if branch_rules.classic[_].require_signed_commits

signed(rulesets) if rulesets[_].rules[_].required_signatures

deny contains {"paths": branch_rules.paths, "message": "commits without a verified signature can get into the default branch"} if not signed(branch_rules.possible)

unknown contains branch_rules.unclear if {
	not signed(branch_rules.active)
	signed(branch_rules.possible)
}
