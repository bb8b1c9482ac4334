package hipaactl.aws.sagemaker.isolation_test

import data.hipaactl.aws.sagemaker.isolation as policy

denied := {d.assertion | some d in policy.deny}

of(type, attributes) := object.union({"_": {"type": type, "phi": "no", "source": "code"}}, attributes)

notebook(more) := of("aws_sagemaker_notebook_instance", object.union(
	{"direct_internet_access": "Disabled", "root_access": "Disabled", "subnet_id": "subnet-1", "kms_key_id": "ref:aws_kms_key.arn"},
	more,
))

test_notebook if {
	denied == set() with input as notebook({})
	denied == {"internet"} with input as notebook({"direct_internet_access": "Enabled"})
	denied == {"root"} with input as notebook({"root_access": "Enabled"})
	denied == {"vpc"} with input as notebook({"subnet_id": ""})
	denied == {"customer_key"} with input as notebook({"kms_key_id": ""})
	{n.assertion | some n in policy.not_applicable} == {"isolation"} with input as notebook({})
}

test_model if {
	denied == set() with input as of("aws_sagemaker_model", {"enable_network_isolation": true})
	denied == {"isolation"} with input as of("aws_sagemaker_model", {})
}

test_endpoint if {
	denied == set() with input as of("aws_sagemaker_endpoint_configuration", {"kms_key_arn": "ref:aws_kms_key.arn"})
	denied == {"customer_key"} with input as of("aws_sagemaker_endpoint_configuration", {})
}

test_endpoint_in_an_account if {
	lists := {"source": "live", "endpoint_key": [], "endpoint_imported_key": [], "endpoint_replica_key": [], "endpoint_alias": []}
	arn := "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
	denied == {"customer_key"} with input as of("aws_sagemaker_endpoint_configuration", {"kms_key_arn": arn, "_": lists})
	denied == set() with input as of("aws_sagemaker_endpoint_configuration", {"kms_key_arn": arn, "_": object.union(lists, {"endpoint_key": [{}]})})
}
