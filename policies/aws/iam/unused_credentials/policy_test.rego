package hipaactl.aws.iam.unused_credentials_test

import data.hipaactl.aws.iam.unused_credentials as policy

params := {"maximum_days": 90, "phi_maximum_days": 45}

now := "2026-03-01T12:00:00Z"

no_phi := {"_": {list: [{"_": {"phi": "unmarked"}}] | some list in policy.stores}}

phi(list) := {"_": object.union(no_phi._, {list: [{"_": {"phi": "no"}}, {"_": {"phi": "yes"}}]})}

failed(row, account) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as object.union(row, account)
		with data.params as params
		with data.now as now
}

skipped(row, account) := assertions if {
	assertions := {object.get(n, "assertion", "all") | some n in policy.not_applicable} with input as object.union(row, account)
		with data.params as params
		with data.now as now
}

password(used) := {"user": "nightly", "password_enabled": true, "password_last_used": used}

key(used) := {"user": "nightly", "access_key_2_active": true, "access_key_2_last_used_date": used}

test_in_use if {
	every row in [password("2026-02-01T00:00:00Z"), key("2026-02-01T00:00:00Z")] {
		every account in [no_phi, phi("buckets")] {
			failed(row, account) == set()
			skipped(row, account) == set()
		}
	}
}

test_idle if {
	every row in [password("2025-12-01T11:59:59Z"), key("2025-12-01T11:59:59Z")] {
		failed(row, no_phi) == {"unused"}
		failed(row, phi("volumes")) == {"unused", "phi"}
	}
	failed(password("2025-12-01T12:00:00Z"), no_phi) == set()
}

test_less_time_beside_phi if {
	rare := password("2026-01-10T00:00:00Z")
	failed(rare, no_phi) == set()
	skipped(rare, no_phi) == {"phi"}
	every list in policy.stores {
		failed(rare, phi(list)) == {"phi"}
		skipped(rare, phi(list)) == set()
	}
}

test_paths_name_the_store if {
	rare := object.union(password("2026-01-10T00:00:00Z"), phi("tables"))
	{d.paths | some d in policy.deny} == {["user", "password_enabled", "password_last_used", "_.tables[1]._.phi"]} with input as rare
		with data.params as params
		with data.now as now
}

test_never_used if {
	never := {"user": "nightly", "password_enabled": true, "password_last_changed": "2026-02-20T00:00:00Z", "user_creation_time": "2020-01-01T00:00:00Z"}
	failed(never, no_phi) == set()
	failed(object.remove(never, ["password_last_changed"]), no_phi) == {"unused"}
	failed(object.union(never, {"password_last_changed": "2025-01-01T00:00:00Z"}), no_phi) == {"unused"}
	made := {"user": "nightly", "access_key_1_active": true, "access_key_1_last_rotated": "2025-01-01T00:00:00Z"}
	failed(made, no_phi) == {"unused"}
	failed(object.union(made, {"access_key_1_last_rotated": "2026-02-20T00:00:00Z"}), no_phi) == set()
}

test_switched_off if {
	off := object.union(password("2020-01-01T00:00:00Z"), {"password_enabled": false})
	failed(off, no_phi) == set()
	skipped(off, no_phi) == {"all"}
	failed(object.union(off, key("2026-02-20T00:00:00Z")), no_phi) == set()
	skipped(object.union(off, key("2026-02-20T00:00:00Z")), no_phi) == set()
}

test_root if {
	root := object.union(password("2020-01-01T00:00:00Z"), {"user": "<root_account>"})
	failed(root, phi("buckets")) == set()
	skipped(root, phi("buckets")) == {"all"}
}

test_what_cannot_be_told if {
	every row in [password("lately"), {"user": "nightly", "access_key_1_active": true}] {
		failed(row, no_phi) == set()
		{u.assertion | some u in policy.unknown} == {"unused", "phi"} with input as row with data.now as now
	}
}
