package hipaactl.aws.ec2.in_vpc_test

import data.hipaactl.aws.ec2.in_vpc as policy

instance(source, phi, patch) := object.union({"_": {"source": source, "phi": phi, "default": [], "subnet": []}}, patch)

in_subnet(lists) := {"subnet_id": "subnet-1", "_": {"subnet": [{"_": object.union({"default": [], "own": []}, lists)}]}}

said(i) := {d.assertion | some d in policy.deny with input as i}

unsure(i) := {d.assertion | some d in policy.unknown with input as i}

test_no_vpc if {
	said(instance("live", "no", {})) == {"vpc"}
	said(instance("code", "no", {})) == set()
	said(instance("live", "no", {"subnet_id": "subnet-1"})) == set()
}

test_default if {
	said(instance("code", "yes", {})) == {"dedicated"}
	said(instance("code", "yes", {"subnet_id": "subnet-1", "_": {"default": [{}]}})) == {"dedicated"}
	said(instance("live", "yes", in_subnet({"default": [{}]}))) == {"dedicated"}
	said(instance("live", "no", in_subnet({"default": [{}]}))) == set()
	said(instance("live", "yes", {})) == {"vpc"}
}

test_own if {
	said(instance("live", "yes", in_subnet({"own": [{}]}))) == set()
	unsure(instance("live", "yes", in_subnet({"own": [{}]}))) == set()
}

test_unsure if {
	unsure(instance("code", "yes", in_subnet({}))) == {"dedicated"}
	unsure(instance("code", "yes", {"subnet_id": "subnet-1"})) == {"dedicated"}
	every name in ["network_interface", "primary_network_interface", "launch_template"] {
		unsure(instance("code", "yes", {name: [{}]})) == {"dedicated"}
		said(instance("code", "yes", {name: [{}]})) == set()
	}
	unsure(instance("code", "no", {"subnet_id": "subnet-1"})) == set()
}
