package hipaactl.aws.opensearch.node_to_node_test

import data.hipaactl.aws.opensearch.node_to_node as policy

test_encrypted if {
	count(policy.deny) == 0 with input as {"node_to_node_encryption": [{"enabled": true}]}
}

test_not_encrypted if {
	count(policy.deny) == 1 with input as {"node_to_node_encryption": [{"enabled": false}]}
	count(policy.deny) == 1 with input as {"node_to_node_encryption": []}
	count(policy.deny) == 1 with input as {}
}
