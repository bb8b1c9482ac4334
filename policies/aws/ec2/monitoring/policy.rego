# METADATA
# title: Instances report detailed metrics and have bandwidth of their own for EBS
# description: >-
#   Basic monitoring shows what an instance does every five minutes, detailed monitoring every minute. Nearly all types of instances are
#   optimised for EBS in any case; some of former generations are only if it is asked for, and without it backups and other traffic
#   take the bandwidth from each other.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
# custom:
#   id: HIPAA-EC2-014
#   severity: low
#   citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(7)(i)"]
#   resources:
#     aws_instance: {monitoring: bool, ebs_optimized: bool, instance_type: string, launch_template: [{}]}
#     aws_launch_template: {monitoring: [{enabled: bool}], ebs_optimized: bool, instance_type: string}
#   assertions:
#     metrics: {title: Metrics are collected every minute, reads: [monitoring, launch_template]}
#     optimised: {title: A type of instance that can be optimised for EBS is, reads: [ebs_optimized, instance_type, launch_template]}
#   remediation: Set monitoring = true, in a launch template enabled = true in its monitoring block, and move to a current type of instance.
package hipaactl.aws.ec2.monitoring

# optional are the types that are optimised for EBS only if it is asked for. All that came later are in any case,
# and the smaller ones of their families cannot be.
# https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html#previous
optional := {
	"c1.xlarge",
	"c3.xlarge",
	"c3.2xlarge",
	"c3.4xlarge",
	"g2.2xlarge",
	"i2.xlarge",
	"i2.2xlarge",
	"i2.4xlarge",
	"m1.large",
	"m1.xlarge",
	"m2.2xlarge",
	"m2.4xlarge",
	"m3.xlarge",
	"m3.2xlarge",
	"r3.xlarge",
	"r3.2xlarge",
	"r3.4xlarge",
}

machine if input._.type == "aws_instance"

# left holds for what an instance leaves to the template that it is launched from.
left(attribute) if {
	machine
	object.get(input, "launch_template", []) != []
	object.get(input, attribute, null) == null
}

collected if {
	machine
	input.monitoring
}

collected if {
	not machine
	input.monitoring[_].enabled
}

deny contains {"assertion": "metrics", "paths": rests_on(["monitoring"]), "message": "metrics are collected every five minutes only"} if {
	not collected
	not left("monitoring")
}

# rests_on are attributes, with what may say them instead.
rests_on(attributes) := array.concat(attributes, ["launch_template"]) if {
	machine
} else := attributes

deny contains {"assertion": "optimised", "paths": rests_on(["ebs_optimized", "instance_type"]), "message": "its type of instance can be optimised for EBS, and is not"} if {
	input.instance_type in optional
	not input.ebs_optimized
	not left("ebs_optimized")
}

not_applicable contains {"assertion": "metrics", "paths": ["monitoring", "launch_template"], "message": "its launch template says it"} if left("monitoring")

not_applicable contains {"assertion": "optimised", "paths": ["ebs_optimized", "launch_template"], "message": "its launch template says it"} if left("ebs_optimized")

not_applicable contains {"assertion": "optimised", "paths": ["instance_type"], "message": "what is launched from it says of which type it is"} if {
	not machine
	not input.instance_type
}
