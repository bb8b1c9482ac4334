# METADATA
# title: Databases that hold PHI record the statements that they run
# description: >-
#   Who read or changed a patient's record shows in what was asked of the database, and nowhere else. The engine's own logs say who signed
#   in. What was asked is recorded by pgaudit, by the audit of MySQL and MariaDB, or by a stream of database activity.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.pgaudit.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.AuditPlugin.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Options.Audit.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/DBActivityStreams.html
# custom:
#   id: HIPAA-RDS-009
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_db_instance: {engine: string}
#     aws_rds_cluster: {engine: string}
#   related:
#     group:
#       type: aws_db_parameter_group
#       on: name = parameter_group_name
#       more: helps
#       attributes: &group {family: string, parameter: [{name: string, value: string}]}
#     cluster_group:
#       type: aws_rds_cluster_parameter_group
#       on: name = db_cluster_parameter_group_name
#       more: helps
#       attributes: *group
#     options:
#       type: aws_db_option_group
#       on: name = option_group_name
#       more: helps
#       attributes: {option: [{option_name: string, option_settings: [{name: string, value: string}]}]}
#     streams: {type: aws_rds_cluster_activity_stream, on: resource_arn = arn, more: helps}
#   remediation: >-
#     Load pgaudit and set pgaudit.log in the parameter group, set server_audit_logging and server_audit_events for Aurora MySQL, add MARIADB_AUDIT_PLUGIN
#     to the option group of MySQL and MariaDB, or start an aws_rds_cluster_activity_stream.
package hipaactl.aws.rds.statement_audit

groups := input._[{"aws_db_instance": "group", "aws_rds_cluster": "cluster_group"}[input._.type]]

# product is the engine, or where the database leaves that to what it is copied from, the one
# that its parameter group is for.
product := input.engine if {
	input.engine
} else := regex.find_n(`^[a-z-]+[a-z]`, groups[0].family, 1)[0]

# settings are the values of a parameter.
settings(name) := {upper(parameter.value) |
	some group in groups
	some parameter in group.parameter
	parameter.name == name
}

words(text) := {trim_space(word) | some word in split(text, ",")}

audited if count(input._.streams) > 0

audited if {
	pgaudit
	some kinds in settings("pgaudit.log")
	some class in ["READ", "WRITE"]
	count(words(kinds) & {"ALL", class}) > 0
	not sprintf("-%s", [class]) in words(kinds)
}

pgaudit if {
	regex.match(`^(aurora-)?postgres(ql)?$`, product)
	some libraries in settings("shared_preload_libraries")
	"PGAUDIT" in words(libraries)
}

audited if {
	regex.match(`^aurora(-mysql)?$`, product)
	count(settings("server_audit_logging") & {"1", "ON"}) > 0
	some events in settings("server_audit_events")
	statements(events)
}

audited if {
	product in {"mysql", "mariadb"}
	some option in chosen("MARIADB_AUDIT_PLUGIN")
	object.get(option, "SERVER_AUDIT_LOGGING", "ON") == "ON"
	statements(object.get(option, "SERVER_AUDIT_EVENTS", "CONNECT,QUERY"))
}

# within holds where audits are set up in the database, which is not seen: those of SQL Server and Db2, which an option
# only carries away, and of the objects that the role of pgaudit was granted.
within if {
	regex.match(`^(sqlserver|db2)-`, product)
	some name in ["SQLSERVER_AUDIT", "DB2_AUDIT"]
	count(chosen(name)) > 0
}

within if {
	pgaudit
	some role in settings("pgaudit.role")
	role != ""
}

# chosen are the settings of an option by their names.
chosen(name) := [{setting.name: upper(setting.value) | some setting in option.option_settings} |
	some group in input._.options
	some option in group.option
	option.option_name == name
]

# statements holds for events of which some are statements, and not sign-ins alone.
statements(events) if {
	some event in words(events)
	regex.match(`^(QUERY|QUERY_DML|QUERY_DML_NO_SELECT|TABLE)$`, event)
}

judged if regex.match(`^(mysql|mariadb|postgres|aurora(-mysql|-postgresql)?|(sqlserver|db2)-.*)$`, product)

evidence := {
	"aws_db_instance": ["engine", "_.group", "_.options", "_.streams"],
	"aws_rds_cluster": ["engine", "_.cluster_group", "_.streams"],
}[input._.type]

deny contains {"paths": array.concat(["_.phi"], evidence), "message": "the database holds PHI, and the statements that it runs are not recorded"} if {
	input._.phi == "yes"
	judged
	not audited
	not within
}

unknown contains {"paths": array.concat(["_.phi"], evidence), "message": "which statements are recorded, as that is set up in the database"} if {
	input._.phi == "yes"
	within
	not audited
}

unknown contains {"paths": ["_.phi", "engine"], "message": "whether this engine records the statements that it runs"} if {
	input._.phi == "yes"
	not judged
	not audited
}

not_applicable contains {"paths": ["_.phi"], "message": "only databases that hold PHI are asked"} if input._.phi != "yes"
