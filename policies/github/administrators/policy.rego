# METADATA
# title: The rules of the default branch bind administrators too
# description: Protection from which administrators are exempt ends where one of their accounts is taken over, and where one of them is in a hurry. GitHub shows who may bypass a ruleset only to those who may change it. Apps and deploy keys on the list are named as advice.
# related_resources:
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
#   - https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_ruleset.md
#   - https://docs.github.com/rest/repos/rules#get-a-repository-ruleset
# custom:
#   id: HIPAA-GH-006
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(c)(1)"]
#   assertions:
#     people: {title: Nobody is exempt from the rules of the branch}
#     list: {title: The bypass lists of rulesets are empty, severity: info}
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, attributes: {pattern: string, enforce_admins: bool}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], bypass_actors: [{actor_type: string, bypass_mode: string}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], bypass_actors: [{actor_type: string, bypass_mode: string}]}
#   remediation: Set enforce_admins = true, and take roles, teams and users out of bypass_actors, or let them bypass in pull requests alone.
package hipaactl.github.administrators

import data.hipaactl.lib.branch_rules

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"people", "list"}
}

# people are kinds of actors that are persons. Apps and deploy keys are none.
people := {"RepositoryRole", "OrganizationAdmin", "EnterpriseOwner", "EnterpriseTeam", "Team", "User"}

deny contains {"assertion": "people", "paths": branch_rules.paths, "message": "nothing protects the default branch from anybody"} if {
	not branch_rules.covered
	count(branch_rules.undecided) == 0
}

unknown contains object.union(branch_rules.unclear, {"assertion": "people"}) if {
	not branch_rules.covered
	count(branch_rules.undecided) > 0
}

deny contains {"assertion": "people", "paths": branch_rules.because(path), "message": "administrators are exempt from the branch protection"} if {
	some path, rule in branch_rules.classic
	not rule.enforce_admins
}

deny contains {"assertion": "people", "paths": branch_rules.because(path), "message": "somebody may always bypass a ruleset"} if {
	some path, rules in branch_rules.active
	always(rules)
}

unknown contains object.union(branch_rules.unclear, {"assertion": "people"}) if {
	some rules in branch_rules.undecided
	always(rules)
}

# always holds for a ruleset that people may bypass at any time.
always(rules) if {
	some actor in rules.bypass_actors
	actor.actor_type in people
	actor.bypass_mode != "pull_request"
}

deny contains {"assertion": "list", "paths": branch_rules.because(path), "message": "a ruleset can be bypassed: see who is on its list"} if {
	some path, rules in branch_rules.active
	count(rules.bypass_actors) > 0
}

unknown contains object.union(branch_rules.unclear, {"assertion": "list"}) if {
	some rules in branch_rules.undecided
	count(rules.bypass_actors) > 0
}
