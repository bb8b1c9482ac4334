package hipaactl.aws.eks.control_plane_test

import data.hipaactl.aws.eks.control_plane as policy

params := {"log_types": ["api", "audit", "authenticator"]}

now := "2026-11-23T12:00:00Z"

logs := ["api", "audit", "authenticator", "scheduler", "controllerManager"]

denied := {d.assertion | some d in policy.deny}

test_logs if {
	denied == set() with input as {"enabled_cluster_log_types": logs, "version": "1.35"} with data.params as params with data.now as now
	every few in [[], ["api", "audit"], ["scheduler", "controllerManager", "audit", "api"]] {
		denied == {"logs"} with input as {"enabled_cluster_log_types": few, "version": "1.35"} with data.params as params with data.now as now
	}
	denied == {"logs"} with input as {"version": "1.35"} with data.params as params with data.now as now
}

test_versions if {
	every version in ["1.9", "1.27", "1.33"] {
		denied == {"version"} with input as {"enabled_cluster_log_types": logs, "version": version} with data.params as params with data.now as now
	}
	every version in ["1.34", "1.35", "1.36"] {
		denied == set() with input as {"enabled_cluster_log_types": logs, "version": version} with data.params as params with data.now as now
	}
}

test_what_cannot_be_told if {
	count(policy.unknown) == 1 with input as {"enabled_cluster_log_types": logs} with data.params as params with data.now as now
	count(policy.unknown) == 1 with input as {"version": "latest"} with data.params as params with data.now as now
	count(policy.unknown) == 1 with input as {"version": "1.40"} with data.params as params with data.now as "2030-01-01T00:00:00Z"
	count(policy.unknown) == 0 with input as {"version": "1.40"} with data.params as params with data.now as now
}
