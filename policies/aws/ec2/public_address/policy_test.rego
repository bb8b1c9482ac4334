package hipaactl.aws.ec2.public_address_test

import data.hipaactl.aws.ec2.public_address as policy

params := {"allowed_roles": ["bastion", "nat"]}

instance(attributes, lists) := object.union(attributes, {"_": object.union({"type": "aws_instance", "phi": "unmarked", "subnet": [], "elastic": [], "association": []}, lists)})

verdict := "fail" if {
	count(policy.deny) > 0
} else := "unknown" if {
	count(policy.unknown) > 0
} else := "not_applicable" if {
	{"asked", "subnet"} == {n.assertion | some n in policy.not_applicable}
} else := "pass"

test_asked_for if {
	verdict == "fail" with input as instance({"associate_public_ip_address": true, "subnet_id": "s"}, {}) with data.params as params
	verdict == "pass" with input as instance({"associate_public_ip_address": false}, {}) with data.params as params
}

test_elastic if {
	every list in ["elastic", "association"] {
		verdict == "fail" with input as instance({"associate_public_ip_address": false}, {list: [{}]}) with data.params as params
	}
}

test_subnet_decides if {
	verdict == "fail" with input as instance({"subnet_id": "s"}, {"subnet": [{"map_public_ip_on_launch": true}]}) with data.params as params
	verdict == "pass" with input as instance({"subnet_id": "s"}, {"subnet": [{"map_public_ip_on_launch": false}]}) with data.params as params
	verdict == "unknown" with input as instance({"subnet_id": "s"}, {}) with data.params as params
	verdict == "fail" with input as instance({}, {}) with data.params as params
}

test_interfaces if {
	every block in ["network_interface", "primary_network_interface"] {
		verdict == "pass" with input as instance({block: [{}]}, {}) with data.params as params
	}
}

test_template_of_instance if {
	verdict == "pass" with input as instance({"launch_template": [{}]}, {}) with data.params as params
	verdict == "fail" with input as instance({"launch_template": [{}], "associate_public_ip_address": true}, {}) with data.params as params
}

test_template if {
	template := {"_": {"type": "aws_launch_template", "phi": "unmarked", "subnet": [], "elastic": [], "association": []}}
	verdict == "pass" with input as template with data.params as params
	verdict == "fail" with input as object.union(template, {"network_interfaces": [{}, {"associate_public_ip_address": true}]}) with data.params as params
}

test_roles if {
	bastion := instance({"associate_public_ip_address": true, "tags_all": {"Role": "Bastion"}}, {})
	verdict == "not_applicable" with input as bastion with data.params as params
	verdict == "fail" with input as bastion with data.params as {"allowed_roles": []}
	verdict == "fail" with input as object.union(bastion, {"_": {"phi": "yes"}}) with data.params as params
}
