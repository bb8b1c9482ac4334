# METADATA
# title: Changes of the default branch are approved by somebody else
# description: "Code that handles PHI changes what happens to it. A second pair of eyes finds mistakes and stops what should not be there, if the approval is of what is merged: one that outlives a later push, or that the last pusher gives, approves something nobody else has seen. Repositories with PHI take two."
# related_resources:
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
# custom:
#   id: HIPAA-GH-002
#   severity: high
#   citations: ["164.312(c)(1)", "164.312(a)(1)", "164.308(a)(3)(ii)(A)"]
#   assertions:
#     approvals: {title: Changes need the approval of others}
#     stale: {title: A later push takes approvals away}
#     last_push: {title: The last pusher does not approve}
#   params:
#     minimum_approvals: {type: number, default: 1, unit: approvals, stricter: higher, source: "separation of duties, NIST SP 800-53 AC-5; the Rule names no number"}
#     minimum_approvals_phi: {type: number, default: 2, unit: approvals, stricter: higher, source: "of repositories that hold PHI; the Rule names no number"}
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string, required_pull_request_reviews: [{required_approving_review_count: number, dismiss_stale_reviews: bool, require_last_push_approval: bool}]}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], rules: [{pull_request: [{required_approving_review_count: number, dismiss_stale_reviews_on_push: bool, require_last_push_approval: bool}]}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], rules: [{pull_request: [{required_approving_review_count: number, dismiss_stale_reviews_on_push: bool, require_last_push_approval: bool}]}]}
#   remediation: Require pull requests with at least one approval (two for PHI), dismiss stale approvals and require that somebody else than the last pusher approves.
package hipaactl.github.reviews

import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"approvals", "stale", "last_push"}
}

# approvals is how many classic protection and these rulesets ask for.
approvals(rulesets) := max({0} | classic | {n | n := rulesets[_].rules[_].pull_request[_].required_approving_review_count}) if {
	classic := {n | n := branch_rules.classic[_].required_pull_request_reviews[_].required_approving_review_count}
}

dismissed(_) if branch_rules.classic[_].required_pull_request_reviews[_].dismiss_stale_reviews

dismissed(rulesets) if rulesets[_].rules[_].pull_request[_].dismiss_stale_reviews_on_push

by_another(_) if branch_rules.classic[_].required_pull_request_reviews[_].require_last_push_approval

by_another(rulesets) if rulesets[_].rules[_].pull_request[_].require_last_push_approval

default wanted := 0

wanted := data.params.minimum_approvals if input._.phi != "yes"

wanted := max({data.params.minimum_approvals, data.params.minimum_approvals_phi}) if input._.phi == "yes"

deny contains {"assertion": "approvals", "paths": branch_rules.paths, "message": sprintf("the default branch can be changed with fewer than %d approvals", [wanted])} if {
	approvals(branch_rules.possible) < wanted
}

unknown contains object.union(branch_rules.unclear, {"assertion": "approvals"}) if {
	approvals(branch_rules.active) < wanted
	approvals(branch_rules.possible) >= wanted
}

deny contains {"assertion": "stale", "paths": branch_rules.paths, "message": "an approval stays when more is pushed after it"} if not dismissed(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "stale"}) if {
	not dismissed(branch_rules.active)
	dismissed(branch_rules.possible)
}

deny contains {"assertion": "last_push", "paths": branch_rules.paths, "message": "who pushed last may approve"} if not by_another(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "last_push"}) if {
	not by_another(branch_rules.active)
	by_another(branch_rules.possible)
}
