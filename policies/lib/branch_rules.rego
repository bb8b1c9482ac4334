# What protects the default branch of a repository: classic branch protection, rulesets of the
# repository, and rulesets of its organization. A policy that asks it declares these related
# lists on github_repository, with what it reads of them added:
#
#   default:      {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#   classic:      {type: github_branch_protection, on: repository_id = id, attributes: {pattern: string}}
#   ruleset:      {type: github_repository_ruleset, on: repository = id, attributes: {enforcement: string, target: string, conditions: CONDITIONS}}
#   organization: {type: github_organization_ruleset, on: account, attributes: the same, of the repository's name, id and properties too}
#
# GitHub adds up what all of them demand: the strictest holds.
# Source: https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets#about-rule-layering
package hipaactl.lib.branch_rules

# branch is the default branch.
branch := input._.default[0].branch if count(input._.default) > 0

branch := input.default_branch if count(object.get(input._, "default", [])) == 0

# paths is what it rests on that nothing protects the branch in some way.
paths := array.concat(of_branch, ["_.default", "_.classic", "_.ruleset", "_.organization"])

# of_branch is what it rests on of the repository itself.
of_branch := ["archived", "default_branch", "name"]

# because is what it rests on that something at a path protects the branch, and how.
because(path) := array.concat(of_branch, ["_.default", path])

# classic are the classic protections of the branch, by their paths.
classic[sprintf("_.classic[%d]", [i])] := rule if {
	some i, rule in input._.classic
	matches(rule.pattern, branch)
}

# active are the rulesets in force on it, by their paths. One that is only evaluated is not in force.
active[sprintf("_.ruleset[%d]", [i])] := rules if {
	some i, rules in input._.ruleset
	in_force(rules)
}

active[sprintf("_.organization[%d]", [i])] := rules if {
	some i, rules in input._.organization
	in_force(rules)
	some condition in rules.conditions
	here(condition)
}

# undecided are the rulesets of the organization that are in force on the branch of repositories with
# certain properties, or with an id in digits, by their paths: which these are, GitHub alone knows. A
# policy that denies asks whether they would hold it up, and says unknown then.
undecided[sprintf("_.organization[%d]", [i])] := rules if {
	some i, rules in input._.organization
	in_force(rules)
	some condition in rules.conditions
	not here(condition)
	perhaps_here(condition)
}

# A condition names repositories, lists their ids or says what their properties are, one of the three.
# https://docs.github.com/en/rest/orgs/rules
perhaps_here(condition) if not lists_repositories(condition)

lists_repositories(condition) if count(condition.repository_name) > 0

lists_repositories(condition) if count(condition.repository_id) > 0

perhaps_here(condition) if {
	some id in condition.repository_id
	is_string(id) # one that was not seen is null
	regex.match(`^[0-9]+$`, id)
}

# possible are the rulesets that are in force, or may be.
possible := object.union(active, undecided)

in_force(rules) if {
	rules.enforcement == "active"
	rules.target == "branch"
	some condition in rules.conditions
	some ref in condition.ref_name
	some include in ref.include
	names_branch(include)
	not excluded(ref)
}

excluded(ref) if {
	some exclude in ref.exclude
	names_branch(exclude)
}

names_branch(pattern) if pattern in {"~ALL", "~DEFAULT_BRANCH"}

names_branch(pattern) if matches(pattern, concat("", ["refs/heads/", branch]))

# here holds for a condition of an organization's ruleset that the repository meets.
here(condition) if {
	some names in condition.repository_name
	some include in names.include
	names_repository(include)
	not left_out(names)
}

here(condition) if "ref:self.repo_id" in condition.repository_id

left_out(names) if {
	some exclude in names.exclude
	names_repository(exclude)
}

names_repository("~ALL")

names_repository(pattern) if matches(pattern, input.name)

# matches holds for a name under a pattern of fnmatch. A member that was not seen is null.
matches(pattern, name) if {
	is_string(pattern)
	glob.match(pattern, ["/"], name)
}

# unclear is what a policy says where what is undecided would decide.
unclear := {
	"paths": array.concat(of_branch, ["_.organization"]),
	"message": "whether a ruleset of the organization covers the repository: it names properties or ids, which GitHub alone knows",
}

# covered holds where something protects the branch.
covered if count(classic) + count(active) > 0

# archived says that nothing can be pushed any more.
archived contains {"paths": ["archived"], "message": "the repository is archived: nothing can be pushed to it"} if input.archived
