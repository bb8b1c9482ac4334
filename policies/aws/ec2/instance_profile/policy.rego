# METADATA
# title: Instances have an IAM role
# description: >-
#   Programs on an instance without a role need access keys to call AWS, which are copied, kept and never changed. A role's
#   credentials last for hours and are nobody's to keep. A template of a node group of EKS is left out: EKS gives the nodes their
#   role, and takes no template that names a profile.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
#   - https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#iam_instance_profile-1
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template#instance-profile
# custom:
#   id: HIPAA-EC2-009
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(a)(2)(i)"]
#   resources:
#     aws_instance: {iam_instance_profile: string, launch_template: [{}]}
#     aws_launch_template: &template {iam_instance_profile: [{name: string, arn: string}]}
#   related:
#     template: {type: aws_launch_template, on: id = launch_template.id, more: helps, attributes: *template}
#     named: {type: aws_launch_template, on: name = launch_template.name, more: helps, attributes: *template}
#     groups: {type: aws_eks_node_group, on: launch_template.id = id}
#     named_groups: {type: aws_eks_node_group, on: launch_template.name = id}
#   remediation: Make an aws_iam_instance_profile for a role with the permissions that the programs need, and name it in iam_instance_profile.
package hipaactl.aws.ec2.instance_profile

instance if input._.type == "aws_instance"

# An account shows what an instance has, wherever it came from.
from_template if {
	input._.source != "live"
	count(input.launch_template) > 0
}

has_profile(template) if {
	some profile in template.iam_instance_profile
	some name in ["name", "arn"]
	profile[name] != ""
}

given if {
	instance
	input.iam_instance_profile != ""
}

given if {
	instance
	from_template
	some list in ["template", "named"]
	some template in input._[list]
	has_profile(template)
}

given if {
	not instance
	has_profile(input)
}

rests_on := ["iam_instance_profile", "_.groups", "_.named_groups"] if {
	not instance
} else := ["iam_instance_profile"] if {
	input._.source == "live"
} else := ["iam_instance_profile", "launch_template", "_.template[*].iam_instance_profile", "_.named[*].iam_instance_profile"]

deny contains {"paths": rests_on, "message": "no instance profile gives it a role"} if not given

not_applicable contains {"paths": [sprintf("_.%s[0]", [list])], "message": "EKS gives the nodes that it launches from the template their role"} if {
	some list in ["groups", "named_groups"]
	count(input._[list]) > 0
}
