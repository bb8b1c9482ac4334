package hipaactl.lib.public_address_test

import data.hipaactl.lib.public_address

machine(patch) := object.union({"_": {"type": "aws_instance", "subnet": [], "elastic": [], "association": []}}, patch)

test_asked if {
	every patch in [
		{"associate_public_ip_address": true},
		{"network_interfaces": [{"associate_public_ip_address": true}]},
		{"_": {"elastic": [{}]}},
		{"_": {"association": [{}]}},
	] {
		count(public_address.asked) == 1 with input as machine(patch)
	}
	count(public_address.asked) == 0 with input as machine({"associate_public_ip_address": false})
}

test_left_to_subnet if {
	public_address.left_to_subnet with input as machine({})
	not public_address.left_to_subnet with input as machine({"associate_public_ip_address": false})
	not public_address.left_to_subnet with input as machine({"network_interface": [{}]})
	public_address.unseen_subnet with input as machine({"subnet_id": "subnet-1"})
	not public_address.unseen_subnet with input as machine({"subnet_id": "subnet-1", "_": {"subnet": [{}]}})
}

test_inherited if {
	count(public_address.inherited) == 1 with input as machine({})
	count(public_address.inherited) == 1 with input as machine({"subnet_id": "subnet-1", "_": {"subnet": [{"map_public_ip_on_launch": true}]}})
	count(public_address.inherited) == 0 with input as machine({"subnet_id": "subnet-1", "_": {"subnet": [{}]}})
}
