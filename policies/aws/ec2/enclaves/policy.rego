# METADATA
# title: Parent hosts of Nitro Enclaves are out of reach from the internet
# description: >-
#   What runs in an enclave is reached through its parent host alone, by a socket that the host hands on: whoever has the host decides
#   what goes in and out. Hosts of enclaves are taken for hosts of PHI, whatever their tags say. Sources that are security groups or
#   prefix lists are not looked at.
# related_resources:
#   - https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#enclave-options
# custom:
#   id: HIPAA-EC2-016
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_instance:
#       enclave_options: [{enabled: bool}]
#       metadata_options: [{http_endpoint: string, http_tokens: string}]
#       associate_public_ip_address: bool
#       subnet_id: string
#       network_interface: [{}]
#       primary_network_interface: [{}]
#       launch_template: [{}]
#       vpc_security_group_ids: [string]
#   related:
#     default:
#       type: aws_ec2_instance_metadata_defaults
#       on: region
#       more: helps
#       attributes: {http_endpoint: string, http_tokens: string}
#     subnet: {type: aws_subnet, on: id = subnet_id, attributes: {map_public_ip_on_launch: bool}}
#     elastic: {type: aws_eip, on: instance = id}
#     association: {type: aws_eip_association, on: instance_id = id}
#     groups:
#       type: aws_security_group
#       on: id = vpc_security_group_ids
#       attributes:
#         ingress: [{cidr_blocks: [string], ipv6_cidr_blocks: [string]}]
#       related:
#         rules: {type: aws_security_group_rule, on: security_group_id = id, attributes: {type: string, cidr_blocks: [string], ipv6_cidr_blocks: [string]}}
#         ingress_rules: {type: aws_vpc_security_group_ingress_rule, on: security_group_id = id, attributes: {cidr_ipv4: string, cidr_ipv6: string}}
#   assertions:
#     imdsv2: {title: The host requires IMDSv2, reads: [enclave_options, metadata_options, launch_template, _.default]}
#     address:
#       title: The host has no public IP address
#       reads: [enclave_options, associate_public_ip_address, network_interface, primary_network_interface, launch_template, _.elastic, _.association]
#     ingress:
#       title: The security groups of the host let nothing in from the internet
#       reads: [enclave_options, vpc_security_group_ids, _.groups]
#   remediation: >-
#     Put hosts of enclaves into private subnets with associate_public_ip_address = false, set http_tokens = "required", and let their
#     security groups take traffic from within the VPC alone.
package hipaactl.aws.ec2.enclaves

import data.hipaactl.lib.imds
import data.hipaactl.lib.ingress
import data.hipaactl.lib.public_address

assertions := {"imdsv2", "address", "ingress"}

enclave if input.enclave_options[_].enabled

not_applicable contains {"assertion": assertion, "paths": ["enclave_options"], "message": "the instance runs no enclaves"} if {
	some assertion in assertions
	not enclave
	object.get(input, "enclave_options", []) != []
}

not_applicable contains {"assertion": assertion, "paths": ["enclave_options", "launch_template"], "message": "nothing lets the instance run enclaves"} if {
	some assertion in assertions
	object.get(input, "enclave_options", []) == []
}

deny contains {"assertion": "imdsv2", "paths": array.concat(["enclave_options"], imds.unsaid), "message": "the host of enclaves answers to IMDSv1"} if {
	enclave
	not imds.safe
	not imds.left_to_template
}

unknown contains {
	"assertion": "imdsv2",
	"paths": ["enclave_options", "metadata_options", "launch_template"],
	"message": "which metadata options its launch template sets",
} if {
	enclave
	not imds.safe
	imds.left_to_template
}

deny contains {"assertion": "address", "paths": ["enclave_options", path], "message": message} if {
	enclave
	some path, message in public_address.asked
}

deny contains {"assertion": "address", "paths": array.concat(["enclave_options", path], public_address.silent), "message": message} if {
	enclave
	public_address.left_to_subnet
	some path, message in public_address.inherited
}

unknown contains {
	"assertion": "address",
	"paths": array.concat(["enclave_options", "subnet_id", "_.subnet[*].map_public_ip_on_launch"], public_address.silent),
	"message": "whether the host gets a public IP address",
} if {
	enclave
	not addressed
}

# addressed holds where it is said, here or by the subnet, whether there is an address. An interface that exists already may have one.
addressed if {
	object.get(input, "associate_public_ip_address", null) != null
	every list in ["network_interface", "primary_network_interface"] {
		object.get(input, list, []) == []
	}
}

addressed if {
	public_address.left_to_subnet
	is_boolean(input._.subnet[_].map_public_ip_on_launch)
}

# openings are the paths of the ranges that the groups let in from the internet, whatever the protocol: in rules of
# their own, and in those beside them.
openings contains [path] if {
	some i, group in input._.groups
	some j, block in group.ingress
	some path in ingress.sources({"values": block, "at": sprintf("_.groups[%d].ingress[%d].", [i, j])})
}

openings contains [path, concat("", [at, "type"])] if {
	some i, group in input._.groups
	some j, rule in group._.rules
	rule.type == "ingress"
	at := sprintf("_.groups[%d]._.rules[%d].", [i, j])
	some path in ingress.sources({"values": rule, "at": at})
}

openings contains [path] if {
	some i, group in input._.groups
	some j, rule in group._.ingress_rules
	some path in ingress.sources({"values": rule, "at": sprintf("_.groups[%d]._.ingress_rules[%d].", [i, j])})
}

deny contains {"assertion": "ingress", "paths": array.concat(["enclave_options"], opening), "message": "a security group of the host lets in traffic from the internet"} if {
	enclave
	some opening in openings
}

unknown contains {"assertion": "ingress", "paths": ["enclave_options", "vpc_security_group_ids"], "message": "which security groups the host has"} if {
	enclave
	object.get(input, "vpc_security_group_ids", []) == []
}
