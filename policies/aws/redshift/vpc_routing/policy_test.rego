package hipaactl.aws.redshift.vpc_routing_test

import data.hipaactl.aws.redshift.vpc_routing as policy

test_routed if {
	count(policy.deny) == 0 with input as {"enhanced_vpc_routing": true}
}

test_not_routed if {
	{d.paths | some d in policy.deny} == {["enhanced_vpc_routing"]} with input as {"enhanced_vpc_routing": false}
	count(policy.deny) == 1 with input as {}
}
