# METADATA
# title: Code owners review what they own
# description: Infrastructure, workflows and migrations decide where PHI is and who gets at it. CODEOWNERS names who has to look at a change of them, if the file is valid, and if the branch demands their review.
# related_resources:
#   - https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
#   - https://docs.github.com/rest/repos/repos#list-codeowners-errors
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/branch_protection.md
#   - https://github.com/integrations/terraform-provider-github/blob/main/docs/resources/repository_file.md
# custom:
#   id: HIPAA-GH-003
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(3)(ii)(A)", "164.312(c)(1)"]
#   assertions:
#     review: {title: The review of code owners is required}
#     file: {title: There is a CODEOWNERS file}
#     valid: {title: The CODEOWNERS file has no errors}
#     directories: {title: Directories that decide much have owners}
#   params:
#     sensitive_directories: {type: "[string]", default: ["infrastructure", "infra", "terraform", "migrations", ".github/workflows"], stricter: more, source: what such directories are usually called}
#   resources: {github_repository: {name: string, default_branch: string, archived: bool}}
#   related:
#     default: {type: github_branch_default, on: repository = id, attributes: {branch: string}}
#     classic: {type: github_branch_protection, on: repository_id = id, more: helps, attributes: {pattern: string, required_pull_request_reviews: [{require_code_owner_reviews: bool}]}}
#     ruleset:
#       type: github_repository_ruleset
#       on: repository = id
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}]}], rules: [{pull_request: [{require_code_owner_review: bool}]}]}
#     organization:
#       type: github_organization_ruleset
#       on: account
#       more: helps
#       attributes: {enforcement: string, target: string, conditions: [{ref_name: [{include: [string], exclude: [string]}], repository_name: [{include: [string], exclude: [string]}], repository_id: [string]}], rules: [{pull_request: [{require_code_owner_review: bool}]}]}
#     files: {type: github_repository_file, on: repository = id, attributes: {file: string, content: string}}
#     errors: {type: github_codeowners_errors, on: repository = id, attributes: {errors: number}}
#     directories: {type: github_repository_directory, on: repository = id, attributes: {path: string}}
#   remediation: Add .github/CODEOWNERS with owners for infrastructure, workflows and migrations, and require the review of code owners in the branch protection or a ruleset.
package hipaactl.github.code_owners

import data.hipaactl.lib.branch_rules

# places are where GitHub looks for the file, in its order.
places := [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"]

found := {name | name := input._.files[_].file; name in places}

# rules are the lines of the first file that there is, as lists of words.
rules := [words |
	some place in places
	place == [p | some p in places; p in found][0]
	some file in input._.files
	file.file == place
	some line in split(file.content, "\n")
	not startswith(trim_space(line), "#")
	trim_space(line) != ""
	words := regex.split(`\s+`, trim_space(line))
]

# covers holds for a rule whose pattern is about a directory, or about all that is in it.
covers(pattern, _) if pattern in {"*", "**", "/**", "/*", "**/*"}

covers(pattern, dir) if startswith(concat("", [dir, "/"]), concat("", [plain(pattern), "/"]))

covers(pattern, dir) if {
	not contains(plain(pattern), "/")
	plain(pattern) in split(dir, "/")
}

plain(pattern) := trim_suffix(trim_suffix(trim_prefix(trim_prefix(pattern, "**"), "/"), "**"), "/")

owned(dir) if {
	last := max({i | some i, words in rules; covers(words[0], dir)})
	count(rules[last]) > 1
}

not_applicable contains object.union(statement, {"assertion": assertion}) if {
	some statement in branch_rules.archived
	some assertion in {"review", "file", "valid", "directories"}
}

not_applicable contains {"assertion": assertion, "paths": ["_.source"], "message": "what is in the repository is seen on GitHub alone"} if {
	input._.source != "live"
	some assertion in {"valid", "directories"}
}

demanded(_) if branch_rules.classic[_].required_pull_request_reviews[_].require_code_owner_reviews

demanded(rulesets) if rulesets[_].rules[_].pull_request[_].require_code_owner_review

deny contains {"assertion": "review", "paths": branch_rules.paths, "message": "changes need no review of the code owners"} if not demanded(branch_rules.possible)

unknown contains object.union(branch_rules.unclear, {"assertion": "review"}) if {
	not demanded(branch_rules.active)
	demanded(branch_rules.possible)
}

deny contains {"assertion": "file", "paths": ["archived", "_.files"], "message": "there is no CODEOWNERS file"} if {
	input._.source == "live"
	count(found) == 0
}

unknown contains {"assertion": "file", "paths": ["_.files"], "message": "whether a CODEOWNERS file is in the repository"} if {
	input._.source != "live"
	count(found) == 0
}

deny contains {"assertion": "valid", "paths": ["archived", sprintf("_.errors[%d].errors", [i])], "message": "GitHub finds errors in the CODEOWNERS file"} if {
	some i, checked in input._.errors
	checked.errors > 0
}

deny contains {"assertion": "directories", "paths": ["archived", "_.files", sprintf("_.directories[%d].path", [i])], "message": "a directory that decides much has no code owner"} if {
	some i, directory in input._.directories
	some sensitive in data.params.sensitive_directories
	directory.path == plain(sensitive)
	count(found) > 0
	not owned(directory.path)
}
