# METADATA
# title: AMIs stay private and encrypted
# description: >-
#   Whoever may launch an image has the disks that it was made of. One for the group all is open to every AWS account; one
#   that holds PHI may go to accounts under a business associate agreement only.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami_launch_permission
# custom:
#   id: HIPAA-EC2-011
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)", "164.310(d)(1)"]
#   resources:
#     aws_ami: {ebs_block_device: [{encrypted: bool}]}
#     aws_ami_copy: {encrypted: bool}
#     aws_ami_from_instance: {}
#     aws_ami_launch_permission: {group: string}
#   related:
#     permissions:
#       type: aws_ami_launch_permission
#       on: image_id = id
#       attributes: {account_id: string, organization_arn: string, organizational_unit_arn: string}
#   params:
#     accounts: {type: [string], default: [], stricter: fewer, source: "the accounts, and ARNs of organisations and their units, that images with PHI are shared with"}
#   assertions:
#     public: {title: Not every AWS account may launch the image, reads: [group]}
#     encrypted: {title: The disks of the image are encrypted, reads: [ebs_block_device, encrypted]}
#     accounts: {title: An image that holds PHI is shared with listed accounts only, reads: [_.permissions]}
#   remediation: >-
#     Remove the group all from the launch permissions, and for PHI whoever is not on the list. Copy the image with
#     encrypted = true, and set the Region's aws_ec2_image_block_public_access to block-new-sharing.
package hipaactl.aws.ec2.private_images

import data.hipaactl.lib.snapshots

deny contains {"assertion": "public", "paths": ["group"], "message": "every AWS account may launch the image"} if {
	input.group == "all"
}

clear contains sprintf("ebs_block_device[%d].encrypted", [i]) if {
	some i, disk in input.ebs_block_device
	disk != null
	not disk.encrypted
}

deny contains {"assertion": "encrypted", "paths": [path], "message": "a disk of the image is not encrypted"} if {
	some path in clear
}

deny contains {"assertion": "encrypted", "paths": ["encrypted"], "message": "the copy is not encrypted"} if {
	input._.type == "aws_ami_copy"
	not input.encrypted
}

# shares are those that the image is shared with and that are not listed, by path.
shares[sprintf("_.permissions[%d].account_id", [i])] := stranger if {
	some i, permission in input._.permissions
	stranger := snapshots.stranger(permission.account_id, data.params.accounts)
	stranger != "no"
}

shares[sprintf("_.permissions[%d].%s", [i, attribute])] := "yes" if {
	some i, permission in input._.permissions
	some attribute in {"organization_arn", "organizational_unit_arn"}
	not permission[attribute] in data.params.accounts
}

deny contains {"assertion": "accounts", "paths": [path, "_.phi"], "message": message} if {
	input._.phi == "yes"
	some path, "yes" in shares
	message := "the image holds PHI and is shared with somebody who is not on the list"
}

unknown contains {"assertion": "accounts", "paths": [path, "_.phi"], "message": message} if {
	input._.phi == "yes"
	some path, "perhaps" in shares
	message := "whether the account that this image with PHI is shared with is on the list"
}

not_applicable contains {"assertion": "accounts", "paths": ["_.phi"], "message": "the image is not marked as holding PHI"} if {
	input._.phi != "yes"
}

# asked are the demands on each type.
asked := {
	"aws_ami": {"encrypted", "accounts"},
	"aws_ami_copy": {"encrypted", "accounts"},
	"aws_ami_from_instance": {"accounts"},
	"aws_ami_launch_permission": {"public"},
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of images and permissions apart"} if {
	some assertion in {"public", "encrypted", "accounts"}
	not assertion in asked[input._.type]
}
