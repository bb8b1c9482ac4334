package hipaactl.aws.workspaces.volume_encryption_test

import data.hipaactl.aws.workspaces.volume_encryption as policy

denied := {d.assertion | some d in policy.deny}

test_encrypted if {
	denied == set() with input as {"root_volume_encryption_enabled": true, "user_volume_encryption_enabled": true}
}

test_not_encrypted if {
	denied == {"root", "user"} with input as {}
	denied == {"root"} with input as {"root_volume_encryption_enabled": false, "user_volume_encryption_enabled": true}
	denied == {"user"} with input as {"root_volume_encryption_enabled": true}
}
