package hipaactl.aws.ec2.imdsv2_test

import data.hipaactl.aws.ec2.imdsv2 as policy

instance(options, defaults) := {"_": {"default": defaults}, "metadata_options": options}

required := {"http_endpoint": "enabled", "http_tokens": "required"}

optional := {"http_endpoint": "enabled", "http_tokens": "optional"}

test_required if {
	count(policy.deny) == 0 with input as instance([required], [])
}

test_optional if {
	{d.message | some d in policy.deny} == {"IMDSv1 is allowed"} with input as instance([optional], [])
}

test_endpoint_disabled if {
	count(policy.deny) == 0 with input as instance([{"http_endpoint": "disabled", "http_tokens": "optional"}], [])
}

test_nothing_said if {
	{d.message | some d in policy.deny} == {"nothing requires IMDSv2"} with input as instance([], [])
	count(policy.deny) == 1 with input as {"_": {"default": []}}
	count(policy.deny) == 1 with input as instance([{"http_endpoint": "enabled"}], [])
}

test_default_of_the_account if {
	count(policy.deny) == 0 with input as instance([], [{"http_endpoint": "no-preference", "http_tokens": "required"}])
	count(policy.deny) == 0 with input as instance([{"http_endpoint": "enabled"}], [{"http_tokens": "required"}])
	count(policy.deny) == 0 with input as instance([], [{"http_endpoint": "disabled"}])
	count(policy.deny) == 1 with input as instance([], [{"http_endpoint": "no-preference", "http_tokens": "no-preference"}])
}

test_instance_outweighs_the_default if {
	count(policy.deny) == 1 with input as instance([optional], [{"http_tokens": "required"}])
	count(policy.deny) == 1 with input as instance([optional], [{"http_endpoint": "disabled"}])
}

test_instance_of_a_launch_template if {
	bare := object.union(instance([], []), {"launch_template": [{}]})
	count(policy.deny) == 0 with input as bare
	count(policy.not_applicable) == 1 with input as bare
	count(policy.deny) == 1 with input as object.union(bare, {"metadata_options": [optional]})
}
