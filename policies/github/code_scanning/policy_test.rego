package hipaactl.github.code_scanning_test

import data.hipaactl.github.code_scanning

failing(scanning) := found if found := {d.assertion | some d in code_scanning.deny} with input as {"_": {"source": "live", "scanning": scanning, "files": []}}
	with data.params as {"maximum_days": 30}
	with data.now as "2026-01-15T10:00:00Z"

test_analysed if {
	failing([{"default_setup": "configured", "open_critical": false}]) == set()
	failing([{"default_setup": "not-configured", "last_analysis": "2026-01-10T00:00:00Z"}]) == set()
}

test_not_analysed if {
	failing([]) == {"analysed"}
	failing([{"default_setup": "not-configured", "last_analysis": "2025-12-01T00:00:00Z"}]) == {"analysed"}
	failing([{"default_setup": "configured", "open_critical": true}]) == {"open"}
}

workflow(uses) := {"_": {"source": "code", "scanning": [], "files": [{"file": ".github/workflows/x.yml", "content": sprintf("steps:\n  - uses: %s", [uses])}]}}

test_workflow if {
	count(code_scanning.unknown) == 0 with input as workflow("github/codeql-action/upload-sarif@v4") with data.params as {"maximum_days": 30}
	count(code_scanning.unknown) == 1 with input as workflow("actions/checkout@v5") with data.params as {"maximum_days": 30}
}
