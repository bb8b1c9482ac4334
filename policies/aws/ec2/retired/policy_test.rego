package hipaactl.aws.ec2.retired_test

import data.hipaactl.aws.ec2.retired as policy

params := {"stopped_days": 30, "age_days": 180}

said(i) := {d.message | some d in policy.deny with input as i with data.now as "2026-03-01T12:00:00Z" with data.params as params}

unsure(i) := {u.assertion | some u in policy.unknown with input as i with data.now as "2026-03-01T12:00:00Z" with data.params as params}

running(at) := {"instance_state": "running", "first_launch_time": at}

stopped(at) := {"instance_state": "stopped", "first_launch_time": "2026-01-01T00:00:00Z", "stopped_time": at}

test_aged if {
	said(running("2025-09-02T12:00:00Z")) == set()
	said(running("2025-09-02T11:59:59Z")) == {"the instance was made 180 days ago"}
	said(running("2025-03-01T12:00:00Z")) == {"the instance was made 365 days ago"}
	unsure(running("once")) == {"aged"}
}

test_stopped if {
	said(stopped("2026-01-30T12:00:00Z")) == set()
	said(stopped("2026-01-30T11:00:00Z")) == {"the instance has been stopped for 30 days"}
	unsure(stopped("2026-01-30T11:00:00Z")) == set()
	unsure({"instance_state": "stopped", "first_launch_time": "2026-01-01T00:00:00Z"}) == {"stopped"}
}

test_not_stopped if {
	every state in ["running", "pending", "stopping"] {
		{n.assertion | some n in policy.not_applicable with input as {"instance_state": state}} == {"stopped"}
	}
}
