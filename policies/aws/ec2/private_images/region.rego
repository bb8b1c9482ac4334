# METADATA
# title: The Region blocks public sharing of AMIs
# description: Where new public sharing is blocked, nobody can make an image public by mistake.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_image_block_public_access
# custom:
#   id: HIPAA-EC2-011
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)", "164.310(d)(1)"]
#   scope: region
#   resources:
#     aws_ec2_image_block_public_access: {state: string}
#   remediation: Set the state of aws_ec2_image_block_public_access in the Region to block-new-sharing.
package hipaactl.aws.ec2.private_images_region

blocks := input.aws_ec2_image_block_public_access

deny contains {"paths": [sprintf("aws_ec2_image_block_public_access[%d].state", [i])], "message": "public sharing of images is not blocked"} if {
	some i, block in blocks
	object.get(block, "state", "unblocked") != "block-new-sharing"
}

deny contains {"paths": ["aws_ec2_image_block_public_access"], "message": "nothing blocks public sharing of images"} if count(blocks) == 0
