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

import data.hipaactl.lib.imds

deny contains {
	"paths": [sprintf("metadata_options[%d].http_tokens", [i]), sprintf("metadata_options[%d].http_endpoint", [i])],
	"message": "IMDSv1 is allowed",
} if {
	not imds.safe
	some i, _ in imds.said("http_tokens")
}

deny contains {
	"paths": imds.unsaid,
	"message": "nothing requires IMDSv2",
} if {
	not imds.safe
	count(imds.said("http_tokens")) == 0
	not imds.left_to_template
}

not_applicable contains {
	"paths": ["metadata_options", "launch_template"],
	"message": "its launch template sets its metadata options",
} if {
	imds.left_to_template
}
