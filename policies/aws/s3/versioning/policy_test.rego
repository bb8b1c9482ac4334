package hipaactl.aws.s3.versioning_test

import data.hipaactl.aws.s3.versioning as policy

bucket(status, lists) := {"_": object.union({"phi": "unmarked", "versioning": [{"versioning_configuration": [{"status": status}]}], "trails": []}, lists)}

failing := {d.assertion | some d in policy.deny}

inapplicable := {n.assertion | some n in policy.not_applicable}

test_enabled if {
	failing == set() with input as bucket("Enabled", {})
	inapplicable == {"audit_log"} with input as bucket("Enabled", {})
}

test_not_enabled if {
	failing == {"versioned"} with input as bucket("Suspended", {})
	failing == {"versioned"} with input as bucket("Disabled", {})
	failing == {"versioned"} with input as {"_": {"versioning": [], "trails": []}}
	failing == {"versioned"} with input as {"_": {"versioning": [{}], "trails": []}}
}

test_audit_logs if {
	failing == {"versioned", "audit_log"} with input as bucket("Suspended", {"trails": [{}]})
	failing == set() with input as bucket("Enabled", {"trails": [{}]})
	inapplicable == set() with input as bucket("Enabled", {"flow_logs": [{}]})
}

test_a_second_configuration_helps if {
	failing == set() with input as {"_": {"trails": [], "versioning": [{}, {"versioning_configuration": [{"status": "Enabled"}]}]}}
}
