package hipaactl.files.transport_test

import data.hipaactl.files.transport

params := {"minimum": 1.2, "confidence": ["high"]}

of(kind, confidence) := {"kind": kind, "confidence": confidence, "_": {"type": "hipaactl_tls_setting"}}

version(minimum) := object.union(of("protocol", "high"), {"minimum": minimum})

whole := {"files": 3, "unread": 0, "found": [], "_": {"type": "hipaactl_transport"}}

denied(thing) := {d.assertion | some d in transport.deny with input as thing with data.params as params}

elsewhere(thing) := {d.assertion | some d in transport.not_applicable with input as thing with data.params as params}

test_versions if {
	denied(version(0)) == {"protocol"}
	denied(version(1.1)) == {"protocol"}
	denied(version(1.2)) == set()
	denied(version(1.3)) == set()
	strict := {"minimum": 1.3, "confidence": ["high"]}
	count(transport.deny) == 1 with input as version(1.2) with data.params as strict
}

test_settings if {
	some kind in ["verification", "plain", "hsts"]
	denied(of(kind, "high")) == {kind}
	denied(of(kind, "medium")) == {"advice"}
	elsewhere(of("plain", "high")) == {"protocol", "verification", "hsts"}
}

test_whole if {
	elsewhere(whole) == set()
	elsewhere(object.union(whole, {"found": [{"kind": "protocol", "confidence": "high"}, {"kind": "plain", "confidence": "medium"}]})) == {"protocol", "advice"}
	count(elsewhere(object.union(whole, {"files": 0}))) == 5
	count(transport.unknown) == 5 with input as object.union(whole, {"unread": 1}) with data.params as params
}
