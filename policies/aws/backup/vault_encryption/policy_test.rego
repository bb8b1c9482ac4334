package hipaactl.aws.backup.vault_encryption_test

import data.hipaactl.aws.backup.vault_encryption as policy

said(rules) := {s.assertion | some s in rules}

vault(source, phi, key, status) := {"kms_key_arn": key, "_": {
	"source": source, "phi": phi, "status": status,
	"key": [{}], "imported_key": [], "replica_key": [], "alias": [],
}}

own := "arn:aws:kms:us-east-1:111122223333:key/1234abcd"

test_in_code if {
	said(policy.deny) == set() with input as vault("code", "yes", own, [])
	said(policy.not_applicable) == {"recovery_points"} with input as vault("code", "yes", own, [])
	said(policy.deny) == {"customer_key"} with input as vault("code", "yes", "", [])
	said(policy.deny) == set() with input as vault("code", "no", "", [])
	said(policy.not_applicable) == {"customer_key", "recovery_points"} with input as vault("code", "no", "", [])
}

test_in_an_account if {
	said(policy.deny) == set() with input as vault("live", "yes", own, [{"unencrypted_recovery_points": 0}])
	said(policy.deny) == {"recovery_points"} with input as vault("live", "yes", own, [{"unencrypted_recovery_points": 2}])
	said(policy.unknown) == {"recovery_points"} with input as vault("live", "yes", own, [])
}
