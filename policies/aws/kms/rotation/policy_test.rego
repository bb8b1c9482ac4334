package hipaactl.aws.kms.rotation_test

import data.hipaactl.aws.kms.rotation as policy

key(attributes) := object.union({"customer_master_key_spec": "SYMMETRIC_DEFAULT"}, attributes)

test_rotates if {
	count(policy.deny) == 0 with input as key({"enable_key_rotation": true})
	count(policy.not_applicable) == 0 with input as key({"enable_key_rotation": true})
}

test_does_not_rotate if {
	count(policy.deny) == 1 with input as key({"enable_key_rotation": false})
}

test_unset_spec_is_symmetric if {
	count(policy.deny) == 1 with input as {}
}

test_asymmetric_and_hmac_keys_are_exempt if {
	every spec in ["RSA_4096", "ECC_NIST_P256", "HMAC_256"] {
		count(policy.deny) == 0 with input as {"customer_master_key_spec": spec}
		count(policy.not_applicable) == 1 with input as {"customer_master_key_spec": spec}
	}
}

test_custom_key_store_is_exempt if {
	count(policy.deny) == 0 with input as key({"custom_key_store_id": "cks-1"})
	count(policy.not_applicable) == 1 with input as key({"custom_key_store_id": "cks-1"})
}

test_disabled_keys_are_exempt if {
	count(policy.deny) == 0 with input as key({"enable_key_rotation": false, "is_enabled": false})
	count(policy.not_applicable) == 1 with input as key({"is_enabled": false})
	count(policy.deny) == 1 with input as key({"enable_key_rotation": false, "is_enabled": true})
	count(policy.not_applicable) == 0 with input as key({"enable_key_rotation": false, "is_enabled": true})
}
