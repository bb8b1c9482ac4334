package hipaactl.files.gates_test

import data.hipaactl.files.gates

params := {"required": ["sast", "tests"], "triggers": ["push"], "tools": [], "staging": ["stag*"]}

# with_step is a repository with code and one job of one step.
with_step(step) := {"holds": ["code"], "_": {"jobs": [{"environment_unclear": false, "steps": [object.union({"tool": "t", "gates": [], "may": [], "triggers": ["push"]}, step)]}]}}

denied(step, p) := {d.assertion | some d in gates.deny with input as with_step(step) with data.params as p}

test_absent if denied({}, params) == {"sast", "tests"}

test_present if denied({"gates": ["sast"]}, params) == {"tests"}

test_not_on_a_change if denied({"gates": ["sast"], "triggers": ["schedule"]}, params) == {"sast", "tests"}

test_own_tool if denied({"tool": "acme-lint"}, object.union(params, {"tools": ["sast=acme-lint"]})) == {"tests"}

test_unsure if {
	count(gates.deny) == 0 with input as with_step({"may": ["sast", "tests"]}) with data.params as params
	count(gates.unknown) == 2 with input as with_step({"may": ["sast", "tests"]}) with data.params as params
	count(gates.unknown) == 1 with input as with_step({"gates": ["sast", "tests"], "maybe": "an if", "triggers": ["push"]}) with data.params as object.union(params, {"required": ["sast"]})
}

test_nothing_to_check if {
	{a.assertion | some a in gates.not_applicable} == {"secret_scan", "sast", "dependency_scan", "iac_scan", "container_scan", "dast", "licence_check", "tests"} with input as {"holds": [], "_": {"jobs": []}} with data.params as params
}

test_unread_pipelines if {
	count(gates.deny) == 0 with input as {"holds": ["code", "unread pipelines"], "_": {"jobs": []}} with data.params as params
	count(gates.unknown) == 2 with input as {"holds": ["code", "unread pipelines"], "_": {"jobs": []}} with data.params as params
}
