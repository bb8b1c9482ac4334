package hipaactl.github.dependencies_test

import data.hipaactl.github.dependencies

limits := {"critical_days": 15, "high_days": 30}

failing(more) := found if found := {d.assertion | some d in dependencies.deny} with input as {"_": object.union({"source": "live", "watched": [], "updates": [], "files": [], "open": []}, more)}
	with data.params as limits
	with data.now as "2026-01-15T10:00:00Z"

on := {"watched": [{"enabled": true}], "updates": [{"enabled": true}]}

alert(severity, since) := object.union(on, {"open": [{"severity": severity, "created_at": since}]})

test_watched if {
	failing(on) == set()
	failing({"watched": [{"enabled": true}], "files": [{"file": "renovate.json"}]}) == set()
	count(dependencies.deny) == 0 with input as {"vulnerability_alerts": true, "_": {"source": "code"}} with data.params as limits
}

test_off if {
	failing({}) == {"alerts", "updates"}
	failing({"watched": [{"enabled": false}], "updates": [{"enabled": false}], "files": [{"file": "README.md"}]}) == {"alerts", "updates"}
}

test_age if {
	failing(alert("critical", "2026-01-05T00:00:00Z")) == set()
	failing(alert("critical", "2025-12-25T00:00:00Z")) == {"age"}
	failing(alert("high", "2025-12-25T00:00:00Z")) == set()
	failing(alert("high", "2025-12-01T00:00:00Z")) == {"age"}
}

test_code if count(dependencies.unknown) == 1 with input as {"_": {"source": "code"}} with data.params as limits
