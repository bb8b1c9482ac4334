# METADATA
# title: EC2 instances require IMDSv2
# description: Version 1 of the instance metadata service gives the instance's credentials to any request that a flaw in the software can be talked into.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-options-order-of-precedence.html
# custom:
#   id: HIPAA-EC2-006
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(d)"]
#   resources:
#     aws_instance: {metadata_options: &options [{http_endpoint: string, http_tokens: string}], launch_template: [{}]}
#     aws_launch_configuration: {metadata_options: *options}
#     aws_launch_template: {metadata_options: *options}
#   related:
#     default:
#       type: aws_ec2_instance_metadata_defaults
#       on: region
#       more: helps
#       attributes: {http_endpoint: string, http_tokens: string}
#   remediation: Set http_tokens = "required" and a hop limit of 1 in metadata_options, or aws_ec2_instance_metadata_defaults for the region.
package hipaactl.aws.ec2.imdsv2

said(option) := {i: value | some i, options in input.metadata_options; value := options[option]}

# The account's default for the region holds where the instance says nothing.
by_default(option, value) if {
	count(said(option)) == 0
	some options in input._.default
	options[option] == value
}

safe if "required" in said("http_tokens")

safe if "disabled" in said("http_endpoint")

safe if by_default("http_tokens", "required")

safe if by_default("http_endpoint", "disabled")

left_to_template if {
	input.launch_template
	count(object.get(input, "metadata_options", [])) == 0
}

deny contains {
	"paths": [sprintf("metadata_options[%d].http_tokens", [i]), sprintf("metadata_options[%d].http_endpoint", [i])],
	"message": "IMDSv1 is allowed",
} if {
	not safe
	some i, _ in said("http_tokens")
}

deny contains {
	"paths": [
		"metadata_options[*].http_tokens",
		"metadata_options[*].http_endpoint",
		"launch_template",
		"_.default[*].http_tokens",
		"_.default[*].http_endpoint",
	],
	"message": "nothing requires IMDSv2",
} if {
	not safe
	count(said("http_tokens")) == 0
	not left_to_template
}

not_applicable contains {
	"paths": ["metadata_options", "launch_template"],
	"message": "its launch template sets its metadata options",
} if {
	left_to_template
}
