# METADATA
# title: Internet gateways are attached to authorised VPCs alone
# description: >-
#   A gateway makes a way out, and in, of a VPC that was never meant to have one. Which may have one, a tag of the VPC says.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
# custom:
#   id: HIPAA-VPC-007
#   severity: high
#   when: authorised_gateways
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   nprm: ["164.312(a)(2)(vi)"]
#   resources:
#     aws_internet_gateway: &gateway {vpc_id: string}
#     aws_internet_gateway_attachment: *gateway
#   related:
#     vpc: {type: aws_vpc, on: id = vpc_id, attributes: {tags_all: map(string)}}
#   params:
#     public_words: {type: [string], default: [public, dmz], unit: words in a tag of what is meant to be public, stricter: fewer}
#   assertions:
#     gateway: {title: Internet gateways are attached to VPCs that are tagged as public alone}
#   remediation: Detach the gateway, or tag the VPC as public where it is meant to be.
package hipaactl.aws.vpc.segmentation_gateway

import data.hipaactl.lib.tag_words

attached if input.vpc_id != ""

deny contains {"assertion": "gateway", "paths": ["vpc_id", "_.vpc[*].tags_all"], "message": "the internet gateway is attached to a VPC that no tag calls public"} if {
	attached
	count([vpc | some vpc in input._.vpc; tag_words.any(vpc, data.params.public_words)]) == 0
}

not_applicable contains {"assertion": "gateway", "paths": ["vpc_id"], "message": "the gateway is attached to no VPC"} if not attached
