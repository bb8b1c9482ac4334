package hipaactl.aws.rds.log_exports_test

import data.hipaactl.aws.rds.log_exports as policy

database(engine, exports) := {"engine": engine, "enabled_cloudwatch_logs_exports": exports, "_": {"type": "aws_db_instance"}}

cluster(engine, exports) := object.union(database(engine, exports), {"_": {"type": "aws_rds_cluster"}})

clean(resource) if (count(policy.deny) + count(policy.unknown)) + count(policy.not_applicable) == 0 with input as resource

test_all_that_it_has if {
	every engine, logs in {
		"postgres": ["postgresql", "upgrade"], "mariadb": ["audit", "error", "general"], "oracle-ee": ["alert", "audit"],
		"sqlserver-se": ["error"], "db2-ae": ["diag.log", "notify.log"],
	} {
		clean(database(engine, logs))
		count(policy.deny) == count(logs) - count([l | some l in logs; l in {"upgrade", "general"}]) with input as database(engine, [])
	}
	clean(cluster("aurora-mysql", ["audit", "error"]))
	clean(cluster("mysql", ["error"]))
}

test_one_is_missing if {
	{d.message | some d in policy.deny} == {"the log audit is not exported to CloudWatch Logs"} with input as database("mysql", ["error", "slowquery"])
	count(policy.deny) == 1 with input as cluster("aurora-postgresql", ["iam-db-auth-error"])
}

test_engine_of_its_source if {
	replica := object.remove(database("", []), ["engine"])
	count(policy.deny) == 1 with input as replica
	count(policy.unknown) == 1 with input as object.union(replica, {"enabled_cloudwatch_logs_exports": ["postgresql"]})
}

test_custom if {
	count(policy.not_applicable) == 1 with input as database("custom-oracle-ee", [])
	count(policy.deny) == 0 with input as database("custom-oracle-ee", [])
}
