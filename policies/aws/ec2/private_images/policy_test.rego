package hipaactl.aws.ec2.private_images_test

import data.hipaactl.aws.ec2.private_images as policy
import data.hipaactl.aws.ec2.private_images_region as region

params := {"accounts": ["444455556666", "arn:aws:organizations::111122223333:organization/o-1"]}

denied := {d.assertion | some d in policy.deny}

image(type, phi, attributes, permissions) := object.union(attributes, {"_": {"type": type, "phi": phi, "permissions": permissions}})

test_public if {
	denied == {"public"} with input as image("aws_ami_launch_permission", "no", {"group": "all"}, []) with data.params as params
	denied == set() with input as image("aws_ami_launch_permission", "no", {}, []) with data.params as params
}

test_encrypted if {
	denied == {"encrypted"} with input as image("aws_ami", "no", {"ebs_block_device": [{"encrypted": true}, {"encrypted": false}]}, []) with data.params as params
	denied == {"encrypted"} with input as image("aws_ami", "no", {"ebs_block_device": [{}]}, []) with data.params as params
	denied == set() with input as image("aws_ami", "no", {"ebs_block_device": [{"encrypted": true}]}, []) with data.params as params
	denied == {"encrypted"} with input as image("aws_ami_copy", "no", {}, []) with data.params as params
	denied == set() with input as image("aws_ami_copy", "no", {"encrypted": true}, []) with data.params as params
}

test_shared_phi if {
	every permission in [{"account_id": "777788889999"}, {"organization_arn": "arn:aws:organizations::2:organization/o-2"}, {"organizational_unit_arn": "x"}] {
		denied == {"accounts"} with input as image("aws_ami_from_instance", "yes", {}, [permission]) with data.params as params
		denied == set() with input as image("aws_ami_from_instance", "no", {}, [permission]) with data.params as params
	}
	every permission in [{"account_id": "444455556666"}, {"account_id": "ref:account.id"}, {"organization_arn": params.accounts[1]}] {
		denied == set() with input as image("aws_ami_from_instance", "yes", {}, [permission]) with data.params as params
	}
}

test_region if {
	count(region.deny) == 0 with input as {"aws_ec2_image_block_public_access": [{"state": "block-new-sharing"}]}
	count(region.deny) == 1 with input as {"aws_ec2_image_block_public_access": [{"state": "unblocked"}]}
	count(region.deny) == 1 with input as {"aws_ec2_image_block_public_access": []}
}
