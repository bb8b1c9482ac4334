package hipaactl.aws.vpc.public_addresses_test

import data.hipaactl.aws.vpc.public_addresses as policy

denied := {d.assertion | some d in policy.deny}

test_subnets if {
	denied == set() with input as {"map_public_ip_on_launch": false, "assign_ipv6_address_on_creation": false}
	denied == set() with input as {}
	denied == {"ipv4"} with input as {"map_public_ip_on_launch": true}
	denied == {"ipv6"} with input as {"assign_ipv6_address_on_creation": true}
}
