package hipaactl.aws.kinesis.encryption_test

import data.hipaactl.aws.kinesis.encryption as policy

denied := {d.assertion | some d in policy.deny}

stream(phi, attributes) := object.union({"_": {"type": "aws_kinesis_stream", "phi": phi, "source": "code"}}, attributes)

delivery(phi, attributes) := object.union({"_": {"type": "aws_kinesis_firehose_delivery_stream", "phi": phi, "source": "code"}}, attributes)

test_encrypted if {
	denied == set() with input as stream("no", {"encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis"})
	denied == set() with input as delivery("no", {"server_side_encryption": [{"enabled": true}]})
	{n.assertion | some n in policy.not_applicable} == {"customer_key"} with input as stream("no", {"encryption_type": "KMS"})
}

test_not_encrypted if {
	denied == {"encrypted"} with input as stream("no", {"encryption_type": "NONE"})
	denied == {"encrypted"} with input as stream("no", {})
	denied == {"encrypted"} with input as delivery("no", {"server_side_encryption": [{"enabled": false}]})
	denied == {"encrypted"} with input as delivery("no", {})
}

test_phi if {
	denied == {"customer_key"} with input as stream("yes", {"encryption_type": "KMS", "kms_key_id": "alias/aws/kinesis"})
	denied == set() with input as stream("yes", {"encryption_type": "KMS", "kms_key_id": "alias/vitals"})
	denied == {"customer_key"} with input as delivery("yes", {"server_side_encryption": [{"enabled": true, "key_type": "AWS_OWNED_CMK"}]})
	denied == set() with input as delivery("yes", {"server_side_encryption": [{"enabled": true, "key_type": "CUSTOMER_MANAGED_CMK"}]})
}

test_sources if {
	some source in ["kinesis_source_configuration", "msk_source_configuration"]
	count([n | some n in policy.not_applicable; not n.assertion]) == 1 with input as delivery("yes", {source: [{}]})
}

test_everywhere if {
	denied == {"customer_key"} with input as stream("unmarked", {"encryption_type": "KMS"}) with data.params.customer_key as true
}
