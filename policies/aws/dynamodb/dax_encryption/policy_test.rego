package hipaactl.aws.dynamodb.dax_encryption_test

import data.hipaactl.aws.dynamodb.dax_encryption as policy

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_both if denied({"server_side_encryption": [{"enabled": true}], "cluster_endpoint_encryption_type": "TLS"}) == set()

test_neither if {
	denied({"server_side_encryption": [{"enabled": false}], "cluster_endpoint_encryption_type": "NONE"}) == {"at_rest", "in_transit"}
	denied({"server_side_encryption": []}) == {"at_rest", "in_transit"}
}
