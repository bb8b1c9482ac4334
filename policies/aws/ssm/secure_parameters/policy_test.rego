package hipaactl.aws.ssm.secure_parameters_test

import data.hipaactl.aws.ssm.secure_parameters as policy

params := {"confidence": ["medium", "high"], "kinds": ["*"]}

failed(source, name, type, value) := assertions if {
	parameter := {"_": {"source": source}, "name": name, "type": type, "value": value, "key_id": "alias/clinic"}
	assertions := {d.assertion | some d in policy.deny} with input as parameter with data.params as params
}

credential(kind) := [{"class": "credential", "kind": kind, "confidence": "medium", "masked": sprintf("[%s]", [kind])}]

pointer(kind) := [{"class": "reference", "kind": kind, "confidence": "high", "masked": ""}]

test_secure if failed("code", "/clinic/db_password", "SecureString", credential("password-assignment")) == set()

test_by_name if {
	every name in ["/clinic/db_password", "API_KEY", "/app/prod/oauth-token", "/app/pwd", "/app/db_password_prod"] {
		"name" in failed("code", name, "String", [])
	}
	failed("code", "/clinic/db_password_policy", "String", []) == set()
	failed("code", "/clinic/region", "String", []) == set()
	failed("code", "/clinic/db_secret", "String", pointer("identity")) == set()
	failed("code", "/clinic/api-token", "String", pointer("arn")) == set()
}

test_by_value if {
	failed("code", "/clinic/db", "String", credential("url-password")) == {"value"}
	failed("code", "/clinic/db", "StringList", credential("generated-secret")) == {"value"}
	failed("code", "/clinic/db_password", "String", credential("password-assignment")) == {"name", "value"}
	failed("code", "/clinic/db", "String", [{"class": "phi", "kind": "ssn", "confidence": "high", "masked": "***-**-****"}]) == set()
}

test_in_an_account if {
	live := {"_": {"source": "live"}, "name": "/clinic/db_password", "type": "String"}
	{d.assertion | some d in policy.deny} == {"name"} with input as live
	{n.assertion | some n in policy.not_applicable} == {"value", "customer_key"} with input as live
}

test_key if {
	managed := {"_": {"source": "code"}, "name": "/clinic/db_password", "type": "SecureString", "value": credential("password-assignment")}
	{d.assertion | some d in policy.deny} == {"customer_key"} with input as managed with data.params as params
	{d.assertion | some d in policy.deny} == {"customer_key"} with input as object.union(managed, {"key_id": "alias/aws/ssm"}) with data.params as params
}
