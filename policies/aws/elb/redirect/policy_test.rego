package hipaactl.aws.elb.redirect_test

import data.hipaactl.aws.elb.redirect as policy

to(protocol) := [{"type": "redirect", "redirect": [{"protocol": protocol}]}]

listener(protocol, actions, rules) := {"_": {"rules": rules}, "protocol": protocol, "default_action": actions}

test_default_action if {
	count(policy.deny) == 0 with input as listener("HTTP", to("HTTPS"), [])
	count(policy.deny) == 1 with input as listener("HTTP", to("HTTP"), [])
	count(policy.deny) == 1 with input as listener("http", [{"type": "forward"}], [])
	count(policy.deny) == 1 with input as listener("HTTP", [], [])
	count(policy.not_applicable) == 0 with input as listener("HTTP", to("HTTPS"), [])
}

test_rules if {
	count(policy.deny) == 0 with input as listener("HTTP", to("HTTPS"), [{"action": to("HTTPS")}])
	rules := [{"action": to("HTTPS")}, {"action": [{"type": "forward"}]}, {"action": to("#{protocol}")}]
	paths := {d.paths[1] | some d in policy.deny} with input as listener("HTTP", to("HTTPS"), rules)
	paths == {"_.rules[1].action[*].type", "_.rules[2].action[*].type"}
}

test_other_listeners if {
	every protocol in ["HTTPS", "TCP", "TLS"] {
		count(policy.deny) == 0 with input as listener(protocol, [{"type": "forward"}], [{"action": [{"type": "forward"}]}])
		count(policy.not_applicable) == 1 with input as listener(protocol, [{"type": "forward"}], [])
	}
	count(policy.not_applicable) == 1 with input as {"_": {"rules": []}}
}

test_nothing_seen_is_no_redirect if {
	count(policy.deny) == 1 with input as {"_": {"rules": []}, "protocol": "HTTP"}
	count(policy.deny) == 2 with input as {"_": {"rules": [{}]}, "protocol": "HTTP"}
}
