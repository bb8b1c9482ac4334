package hipaactl.aws.redshift.audit_logs_test

import data.hipaactl.aws.redshift.audit_logs as policy

denied := {d.assertion | some d in policy.deny}

cluster(name, groups, logs) := {"_": {"group": groups, "logging": logs}, "cluster_parameter_group_name": name}

activity(value) := [{"parameter": [{"name": "enable_user_activity_logging", "value": value}]}]

bucket := [{"log_destination_type": "s3"}]

cloudwatch(logs) := [{"log_destination_type": "cloudwatch", "log_exports": logs}]

test_logged if {
	denied == set() with input as cluster("own", activity("true"), bucket)
	denied == set() with input as cluster("own", activity("true"), [{}])
	denied == set() with input as cluster("own", activity("true"), cloudwatch(["connectionlog", "useractivitylog", "userlog"]))
}

test_off if {
	denied == {"logging", "user_activity"} with input as cluster("own", activity("true"), [])
}

test_no_user_activity if {
	denied == {"user_activity"} with input as cluster("own", activity("false"), bucket)
	denied == {"user_activity"} with input as cluster("own", [{"parameter": []}], bucket)
	denied == {"user_activity"} with input as cluster("default.redshift-2.0", [], bucket)
	denied == {"user_activity"} with input as {"_": {"group": [], "logging": bucket}}
	denied == {"user_activity"} with input as cluster("elsewhere", [], bucket)
}

test_what_goes_to_cloudwatch if {
	denied == {"user_activity"} with input as cluster("own", activity("true"), cloudwatch(["connectionlog"]))
	denied == {"logging"} with input as cluster("own", activity("true"), cloudwatch(["useractivitylog"]))
	denied == {"logging", "user_activity"} with input as cluster("own", activity("true"), cloudwatch([]))
}
