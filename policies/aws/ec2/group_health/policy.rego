# METADATA
# title: Auto Scaling groups replace instances that fail the load balancer's health checks
# description: >-
#   EC2's own checks see whether an instance is up, not whether the software on it answers. A group behind a load balancer that does not
#   heed the load balancer's checks keeps an instance that serves nobody.
# related_resources:
#   - https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
#   - https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group
# custom:
#   id: HIPAA-EC2-015
#   severity: low
#   citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"]
#   resources:
#     aws_autoscaling_group:
#       health_check_type: string
#       target_group_arns: [string]
#       load_balancers: [string]
#       traffic_source: [{type: string}]
#   related:
#     attached: {type: aws_autoscaling_attachment, on: autoscaling_group_name = name}
#     sources: {type: aws_autoscaling_traffic_source_attachment, on: autoscaling_group_name = name, attributes: {traffic_source: [{type: string}]}}
#   remediation: Set health_check_type = "ELB", or "VPC_LATTICE" for a target group of VPC Lattice.
package hipaactl.aws.ec2.group_health

# demanded are the checks of what sends traffic to the group, with the path that shows it.
demanded contains {"check": "ELB", "path": sprintf("%s[%d]", [list, i])} if {
	some list in ["target_group_arns", "load_balancers"]
	some i, _ in input[list]
}

demanded contains {"check": "ELB", "path": "_.attached[0]"} if count(input._.attached) > 0

demanded contains {"check": check(source), "path": sprintf("traffic_source[%d].type", [i])} if some i, source in input.traffic_source

demanded contains {"check": check(source), "path": sprintf("_.sources[%d].traffic_source[%d].type", [i, j])} if {
	some i, attachment in input._.sources
	some j, source in attachment.traffic_source
}

# check is ELB for load balancers and target groups of Elastic Load Balancing.
check(source) := "VPC_LATTICE" if {
	source.type == "vpc-lattice"
} else := "ELB"

heeded := {trim_space(word) | some word in split(input.health_check_type, ",")}

deny contains {"paths": ["health_check_type", d.path], "message": "the group does not heed the health checks of what sends it traffic"} if {
	some d in demanded
	not d.check in heeded
}

not_applicable contains {
	"paths": ["target_group_arns", "load_balancers", "traffic_source", "_.attached", "_.sources"],
	"message": "nothing sends traffic to the group",
} if {
	count(demanded) == 0
}
