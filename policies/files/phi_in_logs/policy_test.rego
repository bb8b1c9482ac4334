package hipaactl.files.phi_in_logs_test

import data.hipaactl.files.phi_in_logs

of(kind, confidence) := {"kind": kind, "confidence": confidence, "_": {"type": "hipaactl_log_call"}}

whole := {"files": 3, "unread": 0, "found": [], "_": {"type": "hipaactl_logging"}}

params := {"confidence": ["high"]}

denied(find) := {d.assertion | some d in phi_in_logs.deny with input as find with data.params as params}

elsewhere(thing) := {d.assertion | some d in phi_in_logs.not_applicable with input as thing with data.params as params}

test_finds if {
	denied(of("phi", "high")) == {"phi"}
	denied(of("request-body", "high")) == {"bodies"}
	denied(of("sql", "high")) == {"settings"}
	denied(of("debug", "high")) == {"settings"}
	denied(of("phi", "medium")) == {"advice"}
	denied(of("debug", "medium")) == {"advice"}
	elsewhere(of("phi", "high")) == {"bodies", "settings"}
}

test_confidence if {
	both := {"confidence": ["medium", "high"]}
	{d.assertion | some d in phi_in_logs.deny with input as of("phi", "medium") with data.params as both} == {"phi"}
}

test_whole if {
	denied(whole) == set()
	elsewhere(whole) == set()
	elsewhere(object.union(whole, {"found": [{"kind": "phi", "confidence": "high"}, {"kind": "sql", "confidence": "medium"}]})) == {"phi", "advice"}
	count(elsewhere(object.union(whole, {"files": 0}))) == 4
	count(phi_in_logs.unknown) == 4 with input as object.union(whole, {"unread": 1}) with data.params as params
	count(phi_in_logs.unknown) == 0 with input as whole with data.params as params
}
