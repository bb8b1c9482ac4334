package hipaactl.aws.ecs.host_privileges_test

import data.hipaactl.aws.ecs.host_privileges as policy

denied(change) := {d.assertion | some d in policy.deny with input as object.union({"container_definitions": [null, {"readonlyRootFilesystem": true}]}, change)}

test_one_each if {
	denied({}) == set()
	denied({"container_definitions": [{"readonlyRootFilesystem": true, "privileged": true}]}) == {"privileged"}
	denied({"container_definitions": [{"readonlyRootFilesystem": true}, {"readonlyRootFilesystem": false}]}) == {"read_only"}
	denied({"pid_mode": "host"}) == {"processes"}
	denied({"pid_mode": "task"}) == set()
	denied({"network_mode": "host"}) == {"network"}
	denied({"network_mode": "awsvpc"}) == set()
}

test_windows if {
	windows := {"container_definitions": [{}], "runtime_platform": [{"operating_system_family": "WINDOWS_SERVER_2022_CORE"}]}
	denied(windows) == set()
	count(policy.not_applicable) == 1 with input as windows
	denied({"container_definitions": [{}], "runtime_platform": [{"operating_system_family": "LINUX"}]}) == {"read_only"}
}

test_users if {
	every user in ["root", "0", "0:0", "root:wheel", "00", ":1000", ""] {
		policy.root(user)
	}
	every user in ["1000", "app", "1000:0", "rooted", "10", "app:root"] {
		not policy.root(user)
	}
}
