package hipaactl.aws.cloudtrail.log_bucket_test

import data.hipaactl.aws.cloudtrail.log_bucket as policy
import data.hipaactl.lib.phi_stores

on := {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}

good := {
	"block": [on],
	"logging": [{"target_bucket": "ref:aws_s3_bucket.id"}],
	"versioning": [{"versioning_configuration": [{"status": "Enabled"}]}],
	"lifecycles": [],
	"lock": [],
}

# trail has one bucket, whose lists are edited, and lists of its own.
trail(bucket, lists) := {"_": object.union(
	{
		"phi": "unmarked", "bucket": [{"_": object.union(good, bucket)}], "account": [],
		"stored_objects": [], "stored_rows": [], "stored_clusters": [], "stored_items": [], "stored_files": [],
	},
	lists,
)}

failing := {d.assertion | some d in policy.deny}

test_protected if {
	failing == set() with input as trail({}, {}) with data.params.minimum_days as 2190
	{n.assertion | some n in policy.not_applicable} == {"locked"} with input as trail({}, {}) with data.params.minimum_days as 2190
}

test_each_protection if {
	failing == {"private"} with input as trail({"block": []}, {}) with data.params.minimum_days as 2190
	failing == {"private"} with input as trail({"block": [{"block_public_acls": true}]}, {}) with data.params.minimum_days as 2190
	failing == {"logged"} with input as trail({"logging": []}, {}) with data.params.minimum_days as 2190
	failing == {"versioned"} with input as trail({"versioning": []}, {}) with data.params.minimum_days as 2190
}

test_account_block if {
	failing == set() with input as trail({"block": []}, {"account": [on]}) with data.params.minimum_days as 2190
}

expiring(status, days) := {"lifecycles": [{"rule": [{"status": status, "expiration": [{"days": days}]}]}]}

test_retention if {
	failing == {"retained"} with input as trail(expiring("Enabled", 365), {}) with data.params.minimum_days as 2190
	failing == set() with input as trail(expiring("Disabled", 365), {}) with data.params.minimum_days as 2190
	failing == set() with input as trail(expiring("Enabled", 2190), {}) with data.params.minimum_days as 2190
	failing == {"retained"} with input as trail(expiring("Enabled", 2190), {}) with data.params.minimum_days as 2555
}

test_lock_where_the_account_holds_phi if {
	some_phi := [{"_": {"phi": "unmarked"}}, {"_": {"phi": "yes"}}]
	every name, _ in phi_stores.services {
		failing == {"locked"} with input as trail({}, {name: some_phi}) with data.params.minimum_days as 2190
	}
	failing == {"locked"} with input as trail({}, {"phi": "yes"}) with data.params.minimum_days as 2190
	lock := {"lock": [{"rule": [{"default_retention": [{"mode": "GOVERNANCE"}]}]}]}
	failing == set() with input as trail(lock, {"phi": "yes"}) with data.params.minimum_days as 2190
	failing == {"locked"} with input as trail({"lock": [{"rule": [{}]}]}, {"phi": "yes"}) with data.params.minimum_days as 2190
}

test_bucket_elsewhere_denies_nothing if {
	failing == set() with input as trail({}, {"bucket": []}) with data.params.minimum_days as 2190
}
