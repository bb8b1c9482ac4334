package hipaactl.lib.imds_test

import data.hipaactl.lib.imds

machine(options, defaults) := {"metadata_options": options, "_": {"default": defaults}}

test_safe if {
	imds.safe with input as machine([{"http_tokens": "required"}], [])
	imds.safe with input as machine([{"http_endpoint": "disabled"}], [])
	imds.safe with input as machine([], [{"http_tokens": "required"}])
	imds.safe with input as machine([], [{"http_endpoint": "disabled"}])
}

test_unsafe if {
	not imds.safe with input as machine([], [])
	not imds.safe with input as machine([{"http_tokens": "optional"}], [{"http_tokens": "required"}])
	not imds.safe with input as machine([{"http_endpoint": "enabled"}], [{"http_endpoint": "disabled"}])
}

test_left_to_template if {
	imds.left_to_template with input as {"launch_template": [{}]}
	not imds.left_to_template with input as {"launch_template": [{}], "metadata_options": [{}]}
}
