# METADATA
# title: Nobody rewrites or deletes the default branch
# description: The history of the default branch is the record of who changed what. A forced push replaces it, and a deletion takes it away.
# related_resources:
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
# custom:
#   id: HIPAA-GH-007
#   severity: high
#   citations: ["164.312(c)(1)", "164.312(b)"]
#   assertions:
#     force_push: {title: Forced pushes are refused}
#     deletion: {title: The branch cannot be deleted}
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string, allows_force_pushes: bool, allows_deletions: bool}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], rules: [{non_fast_forward: bool, deletion: bool}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], rules: [{non_fast_forward: bool, deletion: bool}]}
#   remediation: Protect the branch without allows_force_pushes and allows_deletions, or set non_fast_forward = true and deletion = true in a ruleset.
package hipaactl.github.history

import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"force_push", "deletion"}
}

kept(_) if {
	some rule in branch_rules.classic
	not rule.allows_force_pushes
}

kept(rulesets) if rulesets[_].rules[_].non_fast_forward

lasting(_) if {
	some rule in branch_rules.classic
	not rule.allows_deletions
}

lasting(rulesets) if rulesets[_].rules[_].deletion

deny contains {"assertion": "force_push", "paths": branch_rules.paths, "message": "the default branch can be rewritten by a forced push"} if not kept(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "force_push"}) if {
	not kept(branch_rules.active)
	kept(branch_rules.possible)
}

deny contains {"assertion": "deletion", "paths": branch_rules.paths, "message": "the default branch can be deleted"} if not lasting(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "deletion"}) if {
	not lasting(branch_rules.active)
	lasting(branch_rules.possible)
}
