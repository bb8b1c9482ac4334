package hipaactl.lib.pipelines_test

import data.hipaactl.lib.pipelines

params := {"triggers": ["push"], "tools": ["sast=acme"]}

test_sure if {
	pipelines.sure({"tool": "t", "gates": ["sast"], "triggers": ["push"]}, "sast", params)
	pipelines.sure({"tool": "acme", "gates": [], "triggers": ["push"]}, "sast", params)
	not pipelines.sure({"tool": "t", "gates": ["sast"], "triggers": ["schedule"]}, "sast", params)
	not pipelines.sure({"tool": "t", "gates": ["sast"], "triggers": ["push"], "maybe": "an if"}, "sast", params)
}

test_possible if {
	pipelines.possible({"tool": "t", "gates": ["sast"], "may": [], "triggers": ["push"], "maybe": "an if"}, "sast", params)
	pipelines.possible({"tool": "t", "gates": [], "may": ["sast"], "triggers": ["push"]}, "sast", params)
	not pipelines.possible({"tool": "t", "gates": [], "may": ["sast"], "triggers": ["manual"]}, "sast", params)
}

test_holds if {
	pipelines.holds({"loose": [], "unclear": []})
	not pipelines.holds({"loose": ["x"], "unclear": []})
	not pipelines.holds({"loose": [], "unclear": ["x"]})
}
