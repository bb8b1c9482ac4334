package hipaactl.github.code_owners_test

import data.hipaactl.github.code_owners

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"source": "live", "default": [], "classic": [{"pattern": "main", "required_pull_request_reviews": [{"require_code_owner_reviews": true}]}], "ruleset": [], "organization": [], "files": [], "errors": [], "directories": []}, lists)}

failing(lists) := found if found := {d.assertion | some d in code_owners.deny} with input as repository(lists) with data.params as {"sensitive_directories": ["infra", ".github/workflows"]}

file(content) := {"files": [{"file": "CODEOWNERS", "content": content}]}

owned(content, dir) := failing(object.union(file(content), {"directories": [{"path": dir}]})) == set()

test_owned if {
	owned("* @a", "infra")
	owned("/infra/ @a", "infra")
	owned("infra/** @a", "infra")
	owned("**/workflows/ @a", ".github/workflows")
	owned(".github/ @a", ".github/workflows")
	owned("# nobody\n* @a\ndocs/", "infra")
	owned("docs/ @a", "src")
}

test_not_owned if {
	not owned("* @a\n/infra/", "infra")
	not owned("infrastructure/ @a", "infra")
	not owned("docs/ @a", "infra")
}

test_missing if {
	failing({}) == {"file"}
	failing({"classic": [], "files": file("* @a").files}) == {"review"}
	failing(object.union(file("* @a"), {"errors": [{"errors": 1}]})) == {"valid"}
}

test_code if count(code_owners.unknown) == 1 with input as repository({"source": "code"})
