package hipaactl.aws.rds.require_tls_test

import data.hipaactl.aws.rds.require_tls as policy

database(engine, version, group) := {
	"engine": engine, "engine_version": version,
	"_": {"type": "aws_db_instance", "group": [g | some g in [group]; g != null], "cluster_group": []},
}

group(family, name, value) := {"family": family, "parameter": [{"name": "log_statement", "value": "ddl"}, {"name": name, "value": value}]}

ruled(resource) := "fail" if {
	count(policy.deny) > 0 with input as resource
} else := "unknown" if {
	count(policy.unknown) > 0 with input as resource
} else := "not applicable" if {
	count(policy.not_applicable) > 2 with input as resource
} else := "pass"

test_set if {
	every value, answer in {"1": "pass", "0": "fail", "{0,1}": "unknown"} {
		ruled(database("postgres", "16.3", group("postgres16", "rds.force_ssl", value))) == answer
		ruled(database("sqlserver-se", "15.00", group("sqlserver-se-15.0", "rds.force_ssl", value))) == answer
	}
	every value, answer in {"ON": "pass", "1": "pass", "OFF": "fail"} {
		ruled(database("mysql", "8.0.36", group("mysql8.0", "require_secure_transport", value))) == answer
	}
}

test_defaults if {
	every case in [
		["postgres", "15.4", "pass"], ["postgres", "9.6", "fail"], ["postgres", "14", "fail"], ["aurora-postgresql", "16.1", "fail"],
		["aurora-postgresql", "17.4", "unknown"], ["mysql", "8.0", "fail"], ["mysql", "5.7.44", "fail"], ["mysql", "8.4.3", "unknown"],
		["mariadb", "10.11", "fail"], ["mariadb", "11.8", "unknown"], ["aurora-mysql", "8.0.mysql_aurora.3.05.2", "fail"], ["sqlserver-ex", "16.00", "fail"],
		["oracle-ee", "19", "not applicable"], ["db2-se", "11.5", "not applicable"], ["custom-sqlserver-se", "15", "not applicable"],
	] {
		ruled(database(case[0], case[1], null)) == case[2]
	}
}

test_group_tells_the_version if {
	ruled(database("postgres", "15", group("postgres14", "x", "1"))) == "fail"
	ruled(object.remove(database("postgres", "15", group("postgres15", "x", "1")), ["engine", "engine_version"])) == "pass"
}

test_version_not_said if ruled(object.remove(database("mysql", "", null), ["engine_version"])) == "unknown"

test_engine_not_said if ruled(object.remove(database("", "15", null), ["engine"])) == "unknown"

test_cluster if {
	charts := {"engine": "aurora-mysql", "_": {"type": "aws_rds_cluster", "group": [], "cluster_group": [group("aurora-mysql8.0", "require_secure_transport", "on")]}}
	ruled(charts) == "pass"
	ruled(json.patch(charts, [{"op": "replace", "path": "/_/cluster_group/0/parameter/1/value", "value": "OFF"}])) == "fail"
}

test_proxy if {
	proxy := {"_": {"type": "aws_db_proxy", "group": [], "cluster_group": []}}
	ruled(object.union(proxy, {"require_tls": true})) == "pass"
	ruled(proxy) == "fail"
}
