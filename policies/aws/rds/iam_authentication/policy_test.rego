package hipaactl.aws.rds.iam_authentication_test

import data.hipaactl.aws.rds.iam_authentication as policy

ruled(resource) := "fail" if {
	count(policy.deny) > 0 with input as resource
} else := "not applicable" if {
	count(policy.not_applicable) > 0 with input as resource
} else := "unknown" if {
	count(policy.unknown) > 0 with input as resource
} else := "pass"

database(typ, engine, iam) := {"_": {"type": typ}, "engine": engine, "iam_database_authentication_enabled": iam}

test_databases if {
	every case in [
		["aws_db_instance", "postgres", true, "pass"], ["aws_db_instance", "mysql", false, "fail"], ["aws_db_instance", "mariadb", false, "fail"],
		["aws_db_instance", "oracle-ee", false, "not applicable"], ["aws_db_instance", "sqlserver-se", false, "not applicable"],
		["aws_rds_cluster", "aurora-mysql", false, "fail"], ["aws_rds_cluster", "aurora-postgresql", true, "pass"],
		["aws_rds_cluster", "postgres", false, "fail"],
	] {
		ruled(database(case[0], case[1], case[2])) == case[3]
	}
}

test_engine_of_its_source if {
	ruled({"_": {"type": "aws_db_instance"}}) == "unknown"
	ruled({"_": {"type": "aws_db_instance"}, "iam_database_authentication_enabled": true}) == "pass"
}

test_proxy if {
	ruled({"_": {"type": "aws_db_proxy"}, "auth": [{"iam_auth": "REQUIRED"}]}) == "pass"
	ruled({"_": {"type": "aws_db_proxy"}, "auth": [{"iam_auth": "REQUIRED"}, {"iam_auth": "DISABLED"}]}) == "fail"
	ruled({"_": {"type": "aws_db_proxy"}, "auth": [{}]}) == "fail"
}
