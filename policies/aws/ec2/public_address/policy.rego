# METADATA
# title: Instances have no public IP addresses
# description: What has a public address can be reached, and attacked, from everywhere as soon as a security group lets it.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#associate_public_ip_address-1
# custom:
#   id: HIPAA-EC2-007
#   severity: high
#   citations: ["164.312(a)(1)", "164.308(a)(3)(i)", "164.312(e)(1)"]
#   resources:
#     aws_instance:
#       associate_public_ip_address: bool
#       subnet_id: string
#       network_interface: [{}]
#       primary_network_interface: [{}]
#       launch_template: [{}]
#       tags_all: map(string)
#     aws_launch_configuration: {associate_public_ip_address: bool}
#     aws_launch_template: {network_interfaces: [{associate_public_ip_address: bool}], tags_all: map(string)}
#   related:
#     subnet: {type: aws_subnet, on: id = subnet_id, attributes: {map_public_ip_on_launch: bool}}
#     elastic: {type: aws_eip, on: instance = id}
#     association: {type: aws_eip_association, on: instance_id = id}
#   params:
#     allowed_roles: {type: [string], default: [bastion, nat], unit: values of the tag Role, stricter: fewer, source: hosts whose task is to be reached from the internet}
#   assertions:
#     asked:
#       title: No public IP address is asked for
#       reads: [associate_public_ip_address, network_interfaces, _.elastic, _.association, tags_all.Role]
#     subnet:
#       title: The subnet of an instance that asks for none gives no public IP address
#       reads: [associate_public_ip_address, network_interface, primary_network_interface, launch_template, subnet_id, _.subnet, tags_all.Role]
#   remediation: >-
#     Set associate_public_ip_address = false, leave out Elastic IPs, and reach the host through a load balancer or Session
#     Manager. A bastion or NAT instance without PHI says so in its tag Role.
package hipaactl.aws.ec2.public_address

import data.hipaactl.lib.public_address

# meant holds for a host that is there to be reached, which one with PHI never is.
meant if {
	input._.phi != "yes"
	lower(input.tags_all.Role) in {lower(role) | some role in data.params.allowed_roles}
}

# What is wrong unless the host is meant to be reached rests on its tag and on PHI as well.
role := ["tags_all.Role"] if input._.phi != "yes"

role := ["_.phi"] if input._.phi == "yes"

deny contains {"assertion": "asked", "paths": array.concat(role, [path]), "message": message} if {
	some path, message in public_address.asked
	not meant
}

deny contains {"assertion": "subnet", "paths": array.concat(public_address.silent, array.concat(role, [path])), "message": message} if {
	public_address.left_to_subnet
	not meant
	some path, message in public_address.inherited
}

unknown contains {
	"assertion": "subnet",
	"paths": array.concat(public_address.silent, ["_.subnet"]),
	"message": "whether its subnet gives public IP addresses",
} if {
	public_address.unseen_subnet
}

not_applicable contains {
	"assertion": "subnet",
	"paths": ["launch_template", "associate_public_ip_address"],
	"message": "its launch template sets its network",
} if {
	object.get(input, "launch_template", []) != []
	not "associate_public_ip_address" in object.keys(input)
}

not_applicable contains {"assertion": "subnet", "paths": ["_.type"], "message": "what is launched from it says in which subnet"} if {
	input._.type != "aws_instance"
}

not_applicable contains {"assertion": assertion, "paths": ["tags_all.Role", "_.phi"], "message": "its tag Role says that it is reached from the internet"} if {
	some assertion in {"asked", "subnet"}
	meant
}
