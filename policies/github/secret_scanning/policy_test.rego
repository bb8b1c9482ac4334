package hipaactl.github.secret_scanning_test

import data.hipaactl.github.secret_scanning

features(a, b) := [{"secret_scanning": [{"status": a}], "secret_scanning_push_protection": [{"status": b}]}]

failing(repository) := found if found := {d.assertion | some d in secret_scanning.deny} with input as repository

test_on if failing({"security_and_analysis": features("enabled", "enabled"), "_": {"source": "live", "alerts": [{"open": false}]}}) == set()

test_off if {
	failing({"_": {"source": "live", "alerts": []}}) == {"scanning", "push_protection"}
	failing({"security_and_analysis": features("enabled", "disabled"), "_": {"source": "live", "alerts": []}}) == {"push_protection"}
}

test_open if failing({"security_and_analysis": features("enabled", "enabled"), "_": {"source": "live", "alerts": [{"open": true}]}}) == {"alerts"}
