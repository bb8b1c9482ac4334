package hipaactl.files.risk_analysis_test

import data.hipaactl.files.risk_analysis

params := {"maximum_age": 366}

now := "2026-06-01T12:00:00Z"

good := {
	"attested": true, "date": "2026-03-02T00:00:00Z", "next_review": "2027-03-02T00:00:00Z",
	"assessor": true, "approver": true, "scope": true, "document": true, "sha256": true, "unchanged": true,
}

denied(change) := {d.assertion | some d in risk_analysis.deny with input as object.union(good, change) with data.params as params with data.now as now}

test_good if {
	denied({}) == set()
	elsewhere := object.remove(good, {"unchanged"})
	count(risk_analysis.deny) == 0 with input as elsewhere with data.params as params with data.now as now
}

test_missing if {
	count(risk_analysis.deny) == 1 with input as {"attested": false} with data.params as params with data.now as now
	count(risk_analysis.not_applicable) == 2 with input as {"attested": false} with data.params as params with data.now as now
}

test_age if {
	denied({"date": "2025-05-30T00:00:00Z"}) == {"current"}
	denied({"date": "2025-06-01T00:00:00Z"}) == set()
	denied({"date": "2026-06-02T00:00:00Z"}) == set()
	denied({"date": "2026-06-03T00:00:00Z"}) == {"current"}
}

test_review if {
	denied({"next_review": "2026-06-01T00:00:00Z"}) == set()
	denied({"next_review": "2026-05-31T00:00:00Z"}) == {"current"}
}

test_incomplete if {
	some name in ["assessor", "approver", "scope"]
	denied({name: false}) == {"signed"}
	count(risk_analysis.deny) == 2 with input as object.remove(good, {"date", "next_review"}) with data.params as params with data.now as now
}

test_document if {
	denied({"document": false}) == {"document"}
	denied({"sha256": false}) == {"document"}
	denied({"unchanged": false}) == {"document"}
}
