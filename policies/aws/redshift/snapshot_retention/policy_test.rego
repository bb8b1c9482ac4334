package hipaactl.aws.redshift.snapshot_retention_test

import data.hipaactl.aws.redshift.snapshot_retention as policy

params := {"minimum_days": 7, "phi_minimum_days": 35}

denied := {d.assertion | some d in policy.deny}

cluster(phi, days, lists) := {"_": object.union({"phi": phi, "selection": [], "nearby": []}, lists), "automated_snapshot_retention_period": days}

selection(more) := object.union({"_": {"plan": [{"rule": [{"lifecycle": [{"delete_after": 90}]}]}]}}, more)

test_minimum if {
	denied == set() with input as cluster("no", 7, {}) with data.params as params
	denied == {"minimum"} with input as cluster("no", 6, {}) with data.params as params
	{n.assertion | some n in policy.not_applicable} == {"phi_minimum"} with input as cluster("no", 7, {}) with data.params as params
}

test_phi if {
	denied == set() with input as cluster("yes", 35, {}) with data.params as params
	denied == {"phi_minimum"} with input as cluster("yes", 34, {}) with data.params as params
}

test_backup_plan if {
	denied == set() with input as cluster("yes", 7, {"selection": [selection({})]}) with data.params as params
	tagged := cluster("yes", 7, {"nearby": [selection({"selection_tag": [{}]})]})
	denied == set() with input as tagged with data.params as params
	count(policy.unknown) == 1 with input as tagged with data.params as params
}
