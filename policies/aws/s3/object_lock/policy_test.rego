package hipaactl.aws.s3.object_lock_test

import data.hipaactl.aws.s3.object_lock as policy

bucket(phi, lists) := {"_": object.union({"phi": phi, "lock": [], "trails": [], "channels": [], "sources": []}, lists)}

lock(retention) := [{"rule": [{"default_retention": [retention]}]}]

failing := {d.assertion | some d in policy.deny}

# inapplicable has an empty name for what is said of all assertions.
inapplicable := {object.get(n, "assertion", "") | some n in policy.not_applicable}

test_others_are_not_judged if {
	every phi in ["no", "unmarked"] {
		failing == set() with input as bucket(phi, {})
		inapplicable == {"locked", "compliance"} with input as bucket(phi, {})
	}
}

test_phi if {
	failing == {"locked"} with input as bucket("yes", {}) with data.params.minimum_days as 90
	inapplicable == {"compliance"} with input as bucket("yes", {}) with data.params.minimum_days as 90
	every retention in [{"mode": "GOVERNANCE", "days": 90}, {"mode": "COMPLIANCE", "years": 1}, {"mode": "GOVERNANCE", "days": 0, "years": 1}] {
		failing == set() with input as bucket("yes", {"lock": lock(retention)}) with data.params.minimum_days as 90
	}
}

test_retention_too_short_or_missing if {
	every retention in [{"mode": "GOVERNANCE", "days": 89}, {"mode": "COMPLIANCE"}, {"days": 365}, null] {
		failing == {"locked"} with input as bucket("yes", {"lock": lock(retention)}) with data.params.minimum_days as 90
	}
	failing == {"locked"} with input as bucket("yes", {"lock": [{}]}) with data.params.minimum_days as 90
	failing == {"locked"} with input as bucket("yes", {"lock": lock({"mode": "GOVERNANCE", "days": 90})}) with data.params.minimum_days as 365
}

test_audit_logs if {
	failing == {"locked", "compliance"} with input as bucket("no", {"trails": [{}]}) with data.params.minimum_days as 90
	failing == {"compliance"} with input as bucket("no", {"trails": [{}], "lock": lock({"mode": "GOVERNANCE", "years": 6})})
		with data.params.minimum_days as 90
	failing == set() with input as bucket("no", {"trails": [{}], "lock": lock({"mode": "COMPLIANCE", "years": 6})})
		with data.params.minimum_days as 90
	inapplicable == set() with input as bucket("no", {"trails": [{}]}) with data.params.minimum_days as 90
}

test_what_is_not_delivered_into_a_default_retention if {
	every name in ["sources", "channels"] {
		every phi in ["yes", "no"] {
			logs := bucket(phi, object.union({"trails": [{}]}, {name: [{}]}))
			failing == set() with input as logs with data.params.minimum_days as 90
			inapplicable == {""} with input as logs with data.params.minimum_days as 90
		}
	}
}
