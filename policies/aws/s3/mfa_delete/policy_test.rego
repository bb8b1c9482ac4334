package hipaactl.aws.s3.mfa_delete_test

import data.hipaactl.aws.s3.mfa_delete as policy

none := {"versioning": [], "lock": [], "trails": [], "channels": [], "flow_logs": [], "load_balancers": [], "classic_load_balancers": []}

bucket(lists) := {"_": object.union(none, lists)}

mfa(value) := {"versioning": [{"versioning_configuration": [{"mfa_delete": value}]}]}

lock(retention) := {"lock": [{"rule": [{"default_retention": [retention]}]}]}

denied(it) if count(policy.deny) == 1 with input as it

test_destinations if {
	every list in ["trails", "channels", "flow_logs", "load_balancers", "classic_load_balancers"] {
		denied(bucket({list: [{}]}))
		not denied(bucket(object.union({list: [{}]}, mfa("Enabled"))))
	}
	not denied(bucket({}))
	count(policy.not_applicable) == 1 with input as bucket({})
}

test_protected if {
	trail := {"trails": [{}]}
	denied(bucket(object.union(trail, mfa("Disabled"))))
	denied(bucket(object.union(trail, lock({"mode": "GOVERNANCE", "days": 90}))))
	denied(bucket(object.union(trail, lock({"mode": "COMPLIANCE"}))))
	not denied(bucket(object.union(trail, lock({"mode": "COMPLIANCE", "years": 7}))))
	not denied(bucket(object.union(trail, lock({"mode": "COMPLIANCE", "days": 90}))))
}
