package hipaactl.aws.acm.expiry_test

import data.hipaactl.aws.acm.expiry as policy

params := {"warning_days": 30, "minimum_rsa_bits": 2048}

now := "2026-03-01T12:00:00Z"

good := {"_": {"status": []}, "type": "AMAZON_ISSUED", "validation_method": "DNS", "key_algorithm": "RSA_2048", "not_after": "2026-12-01T12:00:00Z"}

denied(attributes) := said if {
	said := {d.assertion | some d in policy.deny} with input as object.union(good, attributes) with data.params as params with data.now as now
}

not_judged(attributes) := said if {
	said := {object.get(n, "assertion", "all") | some n in policy.not_applicable} with input as object.union(good, attributes) with data.params as params with data.now as now
}

test_good if {
	denied({}) == set()
	denied({"_": {"status": [{"in_use": true}]}}) == set()
	not_judged({}) == set()
}

test_expiry if {
	denied({"not_after": "2026-04-01T12:00:00Z"}) == set()
	denied({"not_after": "2026-03-31T12:00:00Z"}) == set()
	denied({"not_after": "2026-03-31T11:00:00Z"}) == {"expiry"}
	denied({"not_after": "2026-02-01T12:00:00Z"}) == {"expiry"}
	not_judged({"not_after": ""}) == {"expiry"}
}

test_no_time if {
	denied({"not_after": "soon"}) == set()
	{u.assertion | some u in policy.unknown} == {"expiry"} with input as object.union(good, {"not_after": "soon"}) with data.params as params with data.now as now
	count(policy.unknown) == 0 with input as good with data.params as params with data.now as now
}

test_key if {
	every key in ["RSA_1024", "RSA-1024"] {
		denied({"key_algorithm": key}) == {"key"}
	}
	every key in ["RSA_3072", "RSA-2048", "EC_prime256v1", "EC_secp521r1"] {
		denied({"key_algorithm": key}) == set()
	}
}

test_renewal if {
	denied({"certificate_body": "-----BEGIN"}) == {"renewal"}
	denied({"type": "IMPORTED"}) == {"renewal"}
	denied({"validation_method": "EMAIL"}) == {"renewal"}
	denied({"type": "PRIVATE", "validation_method": ""}) == set()
}

test_idle if {
	bad := {"_": {"status": [{"in_use": false}]}, "type": "IMPORTED", "key_algorithm": "RSA_1024", "not_after": "2026-03-02T12:00:00Z"}
	denied(bad) == set()
	not_judged(bad) == {"all"}
}
