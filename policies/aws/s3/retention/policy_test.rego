package hipaactl.aws.s3.retention_test

import data.hipaactl.aws.s3.retention as policy

bucket(phi, lists) := {"_": object.union({"phi": phi, "lifecycles": [], "trails": []}, lists)}

rules(status, expiration) := {"lifecycles": [{"rule": [{"status": status, "expiration": [expiration]}]}]}

test_others_are_not_judged if {
	every phi in ["no", "unmarked"] {
		count(policy.deny) == 0 with input as bucket(phi, rules("Enabled", {"days": 1})) with data.params.minimum_days as 2190
		count(policy.not_applicable) == 1 with input as bucket(phi, rules("Enabled", {"days": 1}))
	}
}

test_phi_needs_a_rule if {
	count(policy.deny) == 1 with input as bucket("yes", {}) with data.params.minimum_days as 2190
	count(policy.deny) == 1 with input as bucket("yes", rules("Disabled", {"days": 2190})) with data.params.minimum_days as 2190
	count(policy.deny) == 0 with input as bucket("yes", rules("Enabled", {"days": 2190})) with data.params.minimum_days as 2190
	count(policy.deny) == 0 with input as bucket("yes", {"lifecycles": [{"rule": [{"status": "Enabled"}]}]})
		with data.params.minimum_days as 2190
	count(policy.not_applicable) == 0 with input as bucket("yes", {})
}

test_too_early if {
	count(policy.deny) == 1 with input as bucket("yes", rules("Enabled", {"days": 2189})) with data.params.minimum_days as 2190
	count(policy.deny) == 1 with input as bucket("yes", rules("Enabled", {"days": 2190})) with data.params.minimum_days as 2555
	count(policy.deny) == 1 with input as bucket("yes", rules("Enabled", {"date": "2040-01-01T00:00:00Z"})) with data.params.minimum_days as 2190
	count(policy.deny) == 0 with input as bucket("yes", rules("Enabled", {"days": 0, "expired_object_delete_marker": true}))
		with data.params.minimum_days as 2190
}

test_audit_logs if {
	count(policy.deny) == 0 with input as bucket("no", {"trails": [{}]}) with data.params.minimum_days as 2190
	count(policy.deny) == 1 with input as bucket("no", object.union({"trails": [{}]}, rules("Enabled", {"days": 400})))
		with data.params.minimum_days as 2190
	count(policy.deny) == 0 with input as bucket("no", object.union({"trails": [{}]}, rules("Disabled", {"days": 400})))
		with data.params.minimum_days as 2190
	count(policy.not_applicable) == 0 with input as bucket("no", {"trails": [{}]})
}
