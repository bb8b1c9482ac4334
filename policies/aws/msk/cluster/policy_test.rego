package hipaactl.aws.msk.cluster_test

import data.hipaactl.aws.msk.cluster as policy

base := {
	"_": {"phi": "no", "source": "code"},
	"client_authentication": [{"sasl": [{"iam": true}]}],
	"logging_info": [{"broker_logs": [{"s3": [{"enabled": true}]}]}],
}

denied(more) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as object.union(base, more)
}

transit(values) := {"encryption_info": [{"encryption_in_transit": [values]}]}

test_sound if {
	denied({}) == set()
	denied(transit({"client_broker": "TLS", "in_cluster": true})) == set()
	denied({"client_authentication": [{"tls": [{"certificate_authority_arns": ["ca"]}], "unauthenticated": false}]}) == set()
}

test_transit if {
	denied(transit({"client_broker": "TLS_PLAINTEXT", "in_cluster": true})) == {"transit"}
	denied(transit({"client_broker": "TLS", "in_cluster": false})) == {"transit"}
}

test_sign_in if {
	denied({"client_authentication": []}) == {"authenticated"}
	denied({"client_authentication": [{"sasl": [{"scram": false}], "tls": [{"certificate_authority_arns": []}]}]}) == {"authenticated"}
	denied({"client_authentication": [{"sasl": [{"scram": true}], "unauthenticated": true}]}) == {"authenticated"}
}

access(type) := {"broker_node_group_info": [{"connectivity_info": [{"public_access": [{"type": type}]}]}]}

test_public if {
	denied(access("DISABLED")) == set()
	denied(access("SERVICE_PROVIDED_EIPS")) == {"private"}
}

test_logs if {
	denied({"logging_info": []}) == {"logged"}
	denied({"logging_info": [{"broker_logs": [{"firehose": [{"enabled": false}]}]}]}) == {"logged"}
}

test_phi if {
	denied({"_": {"phi": "yes"}}) == {"customer_key"}
	denied({"_": {"phi": "yes"}, "encryption_info": [{}]}) == {"customer_key"}
	denied({"_": {"phi": "yes"}, "encryption_info": [{"encryption_at_rest_kms_key_arn": "ref:aws_kms_key.arn"}]}) == set()
}
