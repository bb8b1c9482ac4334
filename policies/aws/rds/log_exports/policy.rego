# METADATA
# title: Databases export the logs that show what was done
# description: Logs that stay on a database are gone with it, and after some days in any case. In CloudWatch they can be kept, searched and watched.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
# custom:
#   id: HIPAA-RDS-008
#   severity: {default: medium, phi: high}
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(C)"]
#   nprm: ["164.312(d)"]
#   resources:
#     aws_db_instance: &reads {engine: string, enabled_cloudwatch_logs_exports: [string]}
#     aws_rds_cluster: *reads
#   remediation: List the engine's logs in enabled_cloudwatch_logs_exports, such as ["postgresql"] or ["audit", "error"].
package hipaactl.aws.rds.log_exports

# logs are those of each engine that show who did what, and what went wrong. A Multi-AZ cluster
# of MySQL has no audit log.
logs := {"error"} if {
	input.engine == "mysql"
	input._.type == "aws_rds_cluster"
} else := {"audit", "error"} if {
	input.engine in {"mysql", "mariadb", "aurora-mysql", "aurora"}
} else := {"postgresql"} if {
	input.engine in {"postgres", "aurora-postgresql"}
} else := {"alert", "audit"} if {
	startswith(input.engine, "oracle-")
} else := {"error"} if {
	startswith(input.engine, "sqlserver-")
} else := {"diag.log", "notify.log"} if {
	startswith(input.engine, "db2-")
}

exported := {log | some log in input.enabled_cloudwatch_logs_exports}

deny contains {
	"paths": ["engine", "enabled_cloudwatch_logs_exports"],
	"message": sprintf("the log %s is not exported to CloudWatch Logs", [log]),
} if {
	some log in (logs - exported)
}

deny contains {
	"paths": ["engine", "enabled_cloudwatch_logs_exports"],
	"message": "no log is exported to CloudWatch Logs",
} if {
	not logs
	not custom
	count(exported) == 0
}

unknown contains {"paths": ["engine"], "message": "which logs its engine has"} if {
	not logs
	not custom
	count(exported) > 0
}

# RDS Custom leaves the database's host, logs included, to its owner.
custom if startswith(input.engine, "custom-")

not_applicable contains {"paths": ["engine"], "message": "RDS Custom exports no logs"} if {
	custom
}
