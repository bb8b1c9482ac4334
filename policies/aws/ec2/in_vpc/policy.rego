# METADATA
# title: Instances run in a VPC that was made for them
# description: >-
#   Outside of a VPC, as in EC2-Classic, an instance shares a flat network with those of other customers; AWS retired it in 2022. The
#   default VPC has an internet gateway and subnets that give public addresses: what holds PHI does not belong there.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
# custom:
#   id: HIPAA-EC2-013
#   severity: low
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_instance:
#       subnet_id: string
#       network_interface: [{}]
#       primary_network_interface: [{}]
#       launch_template: [{}]
#   related:
#     default: {type: aws_default_subnet, on: id = subnet_id}
#     subnet:
#       type: aws_subnet
#       on: id = subnet_id
#       related:
#         default: {type: aws_default_vpc, on: id = vpc_id}
#         own: {type: aws_vpc, on: id = vpc_id}
#   assertions:
#     vpc: {title: An instance runs in a VPC, reads: [subnet_id]}
#     dedicated:
#       title: An instance with PHI does not run in the default VPC
#       severity: info
#       reads: [subnet_id, network_interface, primary_network_interface, launch_template, "_.subnet[*]._.own"]
#   remediation: Put the instance into a private subnet of a VPC of its own, by subnet_id.
package hipaactl.aws.ec2.in_vpc

live if input._.source == "live"

phi if input._.phi == "yes"

deny contains {"assertion": "vpc", "paths": ["subnet_id"], "message": "the instance runs in no VPC"} if {
	live
	not input.subnet_id
}

not_applicable contains {"assertion": "vpc", "paths": ["_.source"], "message": "what is declared can run in a VPC alone"} if not live

not_applicable contains {"assertion": "dedicated", "paths": ["_.phi"], "message": "the instance is not marked as one with PHI"} if not phi

# What may say where an instance without subnet_id is.
elsewhere := ["network_interface", "primary_network_interface", "launch_template"]

placed if object.get(input, elsewhere[_], []) != []

in_default["subnet_id"] := [] if {
	not live
	not input.subnet_id
	not placed
}

in_default["_.default[0]"] := ["subnet_id"] if count(input._.default) > 0

in_default[path] := ["subnet_id"] if {
	some i, subnet in input._.subnet
	count(subnet._.default) > 0
	path := sprintf("_.subnet[%d]._.default[0]", [i])
}

deny contains {
	"assertion": "dedicated",
	"paths": array.concat(array.concat(["_.phi", path], with_it), [other | some other in elsewhere; path == "subnet_id"]),
	"message": "an instance with PHI runs in the default VPC",
} if {
	phi
	some path, with_it in in_default
}

own if count(input._.subnet[_]._.own) > 0

unknown contains {
	"assertion": "dedicated",
	"paths": array.concat(["_.phi", "subnet_id", "_.subnet[*]._.own"], elsewhere),
	"message": "whether the VPC that it runs in is the default one",
} if {
	phi
	not own
	count(in_default) == 0
}
