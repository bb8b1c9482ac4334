# METADATA
# title: Subnets do not assign public addresses
# description: >-
#   Where a subnet gives every machine a public address, whether one is on the internet depends on who forgot to say no. An
#   IPv6 address that is assigned is as public as the subnet's routes; it is reported as advice.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet
# custom:
#   id: HIPAA-VPC-006
#   severity: medium
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_subnet: {map_public_ip_on_launch: bool, assign_ipv6_address_on_creation: bool}
#     aws_default_subnet: {map_public_ip_on_launch: bool}
#   assertions:
#     ipv4:
#       title: Machines get no public IPv4 address by default
#       reads: [map_public_ip_on_launch]
#     ipv6:
#       title: Machines get no IPv6 address by default
#       reads: [assign_ipv6_address_on_creation]
#       severity: info
#   remediation: Set map_public_ip_on_launch = false, and give the machines that need one an address of their own.
package hipaactl.aws.vpc.public_addresses

deny contains {"assertion": "ipv4", "paths": ["map_public_ip_on_launch"], "message": "every machine gets a public address"} if {
	input.map_public_ip_on_launch
}

deny contains {"assertion": "ipv6", "paths": ["assign_ipv6_address_on_creation"], "message": "every machine gets an IPv6 address"} if {
	input.assign_ipv6_address_on_creation
}
