package hipaactl.aws.docdb.audit_logs_test

import data.hipaactl.aws.docdb.audit_logs as policy

cluster(value, exports) := {"enabled_cloudwatch_logs_exports": exports, "_": {"group": [{"parameter": [{"name": "audit_logs", "value": value}]}]}}

denied(resource) := denials if denials := {d.assertion | some d in policy.deny} with input as resource

test_audited if {
	every value in ["enabled", "all", "ddl,dml_write"] { denied(cluster(value, ["audit"])) == set() }
	every value in ["disabled", "none"] { denied(cluster(value, ["audit"])) == {"audited"} }
}

test_exported if {
	denied(cluster("enabled", ["profiler"])) == {"exported"}
	denied(cluster("enabled", [])) == {"exported"}
}

test_by_default if denied({"_": {"group": []}}) == {"audited", "exported"}
