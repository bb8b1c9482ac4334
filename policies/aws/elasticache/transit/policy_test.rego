package hipaactl.aws.elasticache.transit_test

import data.hipaactl.aws.elasticache.transit as policy

group(attributes) := object.union({"_": {"source": "code", "status": []}, "transit_encryption_enabled": true, "auth_token": "x"}, attributes)

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_encrypted if {
	denied(group({})) == set()
	denied(group({"transit_encryption_mode": "required"})) == set()
	denied(group({"transit_encryption_mode": "preferred"})) == {"encrypted"}
	denied(group({"transit_encryption_enabled": false})) == {"encrypted"}
	denied(object.remove(group({}), ["transit_encryption_enabled"])) == {"encrypted"}
}

test_authenticated if {
	open := object.remove(group({}), ["auth_token"])
	denied(open) == {"authenticated"}
	denied(object.union(open, {"user_group_ids": []})) == {"authenticated"}
	denied(object.union(open, {"user_group_ids": ["clinic"]})) == set()
	denied(object.union(open, {"_": {"source": "live", "status": [{"auth_token_enabled": true}]}})) == set()
	denied(object.union(open, {"_": {"source": "live", "status": [{"auth_token_enabled": false}]}})) == {"authenticated"}
}
