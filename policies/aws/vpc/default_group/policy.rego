# METADATA
# title: The default security group lets nothing through
# description: >-
#   Whatever is started without a security group gets the default one of its VPC, which lets its members talk to each other
#   and to everybody outside. Declared without rules it lets nothing through, so that such a mistake shows.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_security_group
# custom:
#   id: HIPAA-VPC-004
#   severity: medium
#   citations: ["164.312(a)(1)", "164.308(a)(4)(ii)(C)", "164.312(e)(1)"]
#   resources:
#     aws_default_security_group: {ingress: [{}], egress: [{}]}
#     aws_vpc: {}
#   related:
#     group: {type: aws_default_security_group, on: vpc_id = id, more: helps}
#     rules: {type: aws_security_group_rule, on: security_group_id = id}
#     ingress_rules: {type: aws_vpc_security_group_ingress_rule, on: security_group_id = id}
#     egress_rules: {type: aws_vpc_security_group_egress_rule, on: security_group_id = id}
#   assertions:
#     declared:
#       title: The default security group of the VPC is taken over
#       reads: [_.group]
#     empty:
#       title: The default security group has no rules
#       reads: [ingress, egress, _.rules, _.ingress_rules, _.egress_rules]
#   remediation: Declare aws_default_security_group with the VPC's id and no ingress or egress.
package hipaactl.aws.vpc.default_group

vpc if input._.type == "aws_vpc"

deny contains {
	"assertion": "declared",
	"paths": ["_.group"],
	"message": "nothing takes the rules out of the VPC's default security group",
} if {
	vpc
	count(input._.group) == 0
}

deny contains {"assertion": "empty", "paths": [direction], "message": message} if {
	some direction, message in {"ingress": "a rule lets traffic in", "egress": "a rule lets traffic out"}
	count(input[direction]) > 0
}

deny contains {"assertion": "empty", "paths": [attached], "message": "a rule is added to the default security group"} if some attached in added

# added are the rules that stand for themselves.
added contains sprintf("_.%s[%d]", [list, i]) if {
	some list in ["rules", "ingress_rules", "egress_rules"]
	some i, _ in input._[list]
}

not_applicable contains {"assertion": "empty", "paths": ["_.rules", "_.ingress_rules", "_.egress_rules"], "message": "the group itself is judged"} if {
	vpc
	count(added) == 0
}
