package hipaactl.aws.kms.key_loss_test

import data.hipaactl.aws.kms.key_loss as policy

params := {"minimum_days": 30}

key(enabled, days, phi, lists) := {
	"is_enabled": enabled, "deletion_window_in_days": days,
	"_": object.union({"source": "code", "phi": phi}, lists),
}

said(rules) := {s.assertion | some s in rules}

test_usable if {
	said(policy.deny) == set() with input as key(true, 30, "yes", {"databases": [{}]}) with data.params as params
	said(policy.not_applicable) == set() with input as key(true, 30, "yes", {"databases": [{}]})
}

test_disabled_in_use if {
	every list in policy.lists {
		said(policy.deny) == {"usable"} with input as key(false, 30, "no", {list: [{}]}) with data.params as params
	}
}

test_disabled_with_phi if {
	said(policy.deny) == {"usable"} with input as key(false, 30, "yes", {}) with data.params as params
}

test_disabled_and_unused if {
	said(policy.deny) == set() with input as key(false, 30, "no", {"databases": []}) with data.params as params
	said(policy.not_applicable) == {"usable"} with input as key(false, 30, "no", {"databases": []})
}

test_window if {
	said(policy.deny) == {"window"} with input as key(true, 7, "no", {}) with data.params as params
	said(policy.not_applicable) == {"window"} with input as {"is_enabled": true, "_": {"source": "live", "phi": "no"}}
}
