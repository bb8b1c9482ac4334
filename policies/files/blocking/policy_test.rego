package hipaactl.files.blocking_test

import data.hipaactl.files.blocking

params := {"gates": ["sast"], "triggers": ["push"], "tools": []}

step(more) := object.union({"tool": "t", "gates": ["sast"], "may": [], "triggers": ["push"], "loose": [], "unclear": []}, more)

job(steps) := {"goes_on": [], "steps": steps}

test_blocks if {
	count(blocking.deny) == 0 with input as job([step({})]) with data.params as params
	count(blocking.not_applicable) == 0 with input as job([step({})]) with data.params as params
}

test_loose if {
	count(blocking.deny) == 1 with input as job([step({"loose": ["x"]})]) with data.params as params
}

test_loose_and_again if {
	count(blocking.deny) == 0 with input as job([step({"loose": ["x"]}), step({})]) with data.params as params
	count(blocking.deny) == 1 with input as job([step({"loose": ["x"]}), step({"maybe": "an if"})]) with data.params as params
}

test_unclear if {
	count(blocking.unknown) == 1 with input as job([step({"unclear": ["x"]})]) with data.params as params
	count(blocking.unknown) == 1 with input as job([step({"gates": [], "may": ["sast"]})]) with data.params as params
}

test_others if {
	count(blocking.not_applicable) == 1 with input as job([step({"gates": ["tests"], "loose": ["x"]})]) with data.params as params
	count(blocking.not_applicable) == 1 with input as job([step({"triggers": ["schedule"], "loose": ["x"]})]) with data.params as params
	count(blocking.deny) == 1 with input as job([step({"gates": [], "tool": "acme", "loose": ["x"]})]) with data.params as object.union(params, {"tools": ["sast=acme"]})
}

test_goes_on if {
	count(blocking.deny) == 1 with input as {"goes_on": ["scan"], "steps": []} with data.params as params
}
