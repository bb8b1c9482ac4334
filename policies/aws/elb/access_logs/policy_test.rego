package hipaactl.aws.elb.access_logs_test

import data.hipaactl.aws.elb.access_logs as policy

test_logged if {
	count(policy.deny) == 0 with input as {"load_balancer_type": "application", "access_logs": [{"enabled": true}]}
	count(policy.deny) == 0 with input as {"access_logs": [{"enabled": true}]}
}

test_not_logged if {
	every kind in ["application", "network"] {
		count(policy.deny) == 1 with input as {"load_balancer_type": kind, "access_logs": [{"enabled": false}]}
		count(policy.deny) == 1 with input as {"load_balancer_type": kind, "access_logs": [{}]}
		count(policy.deny) == 1 with input as {"load_balancer_type": kind}
	}
	count(policy.deny) == 1 with input as {"access_logs": []}
}

test_gateway if {
	count(policy.deny) == 0 with input as {"load_balancer_type": "gateway"}
	count(policy.not_applicable) == 1 with input as {"load_balancer_type": "gateway"}
}
