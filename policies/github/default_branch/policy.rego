# METADATA
# title: The default branch is protected
# description: What is merged to the default branch is what gets built and deployed. Without protection, whoever can write to the repository, or has stolen the token of somebody who can, changes what handles PHI, and nobody looks at it first. A ruleset that is disabled or only evaluated protects nothing.
# related_resources:
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
# custom:
#   id: HIPAA-GH-001
#   severity: high
#   citations: ["164.312(c)(1)", "164.312(c)(2)", "164.312(a)(1)"]
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}]}
#   remediation: Add a github_repository_ruleset with target "branch", enforcement "active" and "~DEFAULT_BRANCH" among the included refs, or protect the branch with github_branch_protection.
package hipaactl.github.default_branch

import data.hipaactl.lib.branch_rules

not_applicable contains statement if some statement in branch_rules.archived

deny contains {"paths": branch_rules.paths, "message": "nothing protects the default branch"} if {
	not branch_rules.covered
	count(branch_rules.undecided) == 0
}

unknown contains branch_rules.unclear if {
	not branch_rules.covered
	count(branch_rules.undecided) > 0
}
