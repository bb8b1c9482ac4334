package hipaactl.lib.buckets_test

import data.hipaactl.lib.buckets

test_destination_of_a_trail if {
	buckets.audit_log with input as {"_": {"trails": [{}], "flow_logs": []}}
	buckets.audit_paths == ["_.trails[0]"] with input as {"_": {"trails": [{}], "flow_logs": []}}
}

test_destination_of_load_balancers if {
	buckets.audit_log with input as {"_": {"load_balancers": [{}, {}]}}
	buckets.audit_paths == ["_.load_balancers[0]", "_.load_balancers[1]"] with input as {"_": {"load_balancers": [{}, {}]}}
}

test_destination_of_nothing if {
	not buckets.audit_log with input as {"_": {"trails": [], "flow_logs": []}}
	buckets.audit_paths == ["_.trails", "_.flow_logs"] with input as {"_": {"trails": [], "flow_logs": []}}
}

test_destination_of_access_logs if {
	logged := {"_": {"sources": [{}], "trails": [{}]}}
	buckets.access_log with input as logged
	buckets.destination with input as logged
	buckets.destination_paths == ["_.sources[0]"] with input as logged
}

test_destination_of_audit_logs_alone if {
	audited := {"_": {"sources": [], "trails": [{}]}}
	not buckets.access_log with input as audited
	buckets.destination with input as audited
	buckets.destination_paths == ["_.trails[0]"] with input as audited
}

test_no_destination if {
	neither := {"_": {"sources": [], "trails": []}}
	not buckets.destination with input as neither
	buckets.destination_paths == ["_.sources", "_.trails"] with input as neither
}

test_blocked_by_the_bucket_or_the_account if {
	buckets.blocked("ignore_public_acls") with input as {"_": {"block": [{"ignore_public_acls": true}], "account": []}}
	buckets.blocked("ignore_public_acls") with input as {"_": {"block": [{}], "account": [{"ignore_public_acls": true}]}}
	not buckets.blocked("ignore_public_acls") with input as {"_": {"block": [{"ignore_public_acls": false}], "account": []}}
	buckets.block_paths("x") == ["_.block[*].x", "_.account[*].x"]
}

everyone := "http://acs.amazonaws.com/groups/global/AllUsers"

grant(permission, uri) := {"permission": permission, "grantee": [{"uri": uri}]}

test_acls if {
	buckets.public_acls({"public-read"}, {"READ"}) == {["_.acls[1].acl"]} with input._.acls as [{"acl": "private"}, {"acl": "public-read"}]
	buckets.public_acls({"public-read"}, {"READ"}) == set() with input._.acls as [{"acl": "public-read-write"}, {}]
	at := "_.acls[0].access_control_policy[0].grant[1]"
	grants := [grant("WRITE", everyone), grant("READ", everyone), grant("READ", "http://acs.amazonaws.com/groups/s3/LogDelivery")]
	found := buckets.public_acls(set(), {"READ"}) with input._.acls as [{"access_control_policy": [{"grant": grants}]}]
	found == {[sprintf("%s.permission", [at]), sprintf("%s.grantee[0].uri", [at])]}
}

rule(status, expiration) := {"status": status, "expiration": [expiration]}

test_expiry if {
	rules := [rule("Enabled", {"days": 30}), rule("Disabled", {"days": 30}), rule("Enabled", {"date": "2030-01-01T00:00:00Z"}), rule("Enabled", {"days": 60})]
	buckets.expiry_before("_.x", [{"rule": rules}], 60) == {
		["_.x[0].rule[0].expiration[0].days", "_.x[0].rule[0].status"],
		["_.x[0].rule[2].expiration[0].date", "_.x[0].rule[2].status"],
	}
	never := [{"status": "Enabled"}, rule("Enabled", {"days": 0, "expired_object_delete_marker": true})]
	buckets.expiry_before("_.x", [{"rule": never}], 60) == set()
}

lock(retention) := {"rule": [{"default_retention": [retention]}]}

test_retentions if {
	locks := [lock({"mode": "COMPLIANCE", "years": 6}), lock({"mode": "GOVERNANCE", "days": 90}), lock({"days": 9}), {}]
	buckets.retentions(locks) == [{"mode": "COMPLIANCE", "days": 2190}, {"mode": "GOVERNANCE", "days": 90}]
	buckets.retentions([]) == []
}
