package hipaactl.aws.rds.statement_audit_test

import data.hipaactl.aws.rds.statement_audit as policy

none := {"group": [], "cluster_group": [], "options": [], "streams": []}

database(type, engine, lists) := {"engine": engine, "_": object.union_n([none, {"type": type, "phi": "yes"}, lists])}

parameters(values) := [{"family": "x1", "parameter": [{"name": name, "value": value} | some name, value in values]}]

instance(engine, lists) := database("aws_db_instance", engine, lists)

cluster(engine, values) := database("aws_rds_cluster", engine, {"cluster_group": parameters(values)})

option(name, settings) := {"options": [{"option": [{"option_name": name, "option_settings": [{"name": n, "value": v} | some n, v in settings]}]}]}

fails(of) if count(policy.deny) == 1 with input as of

passes(of) if {
	count(policy.deny) == 0 with input as of
	count(policy.unknown) == 0 with input as of
}

unclear(of) if {
	count(policy.deny) == 0 with input as of
	count(policy.unknown) == 1 with input as of
}

pgaudit(libraries, log) := {"shared_preload_libraries": libraries, "pgaudit.log": log}

test_postgres if {
	passes(instance("postgres", {"group": parameters(pgaudit("pg_stat_statements, pgaudit", "write,ddl"))}))
	passes(cluster("aurora-postgresql", pgaudit("pgaudit", "ALL")))
	passes(cluster("postgres", pgaudit("pgaudit", "all,-misc")))
	fails(instance("postgres", {"group": parameters(pgaudit("pg_stat_statements", "all"))}))
	passes(cluster("postgres", pgaudit("pgaudit", "all,-write")))
	every log in ["none", "", "-misc", "misc", "ddl,role", "all,-read,-write"] {
		fails(cluster("aurora-postgresql", pgaudit("pgaudit", log)))
	}
	unclear(cluster("aurora-postgresql", object.union(pgaudit("pgaudit", "none"), {"pgaudit.role": "rds_pgaudit"})))
	passes(cluster("aurora-postgresql", object.union(pgaudit("pgaudit", "read"), {"pgaudit.role": "rds_pgaudit"})))
	fails(cluster("aurora-postgresql", {"shared_preload_libraries": "pgaudit", "pgaudit.role": ""}))
	fails(cluster("aurora-postgresql", {"pgaudit.role": "rds_pgaudit"}))
	fails(instance("postgres", {}))
	fails(instance("postgres", {"cluster_group": parameters(pgaudit("pgaudit", "all"))}))
}

test_aurora_mysql if {
	passes(cluster("aurora-mysql", {"server_audit_logging": "1", "server_audit_events": "CONNECT,QUERY_DML"}))
	fails(cluster("aurora-mysql", {"server_audit_logging": "1", "server_audit_events": "CONNECT"}))
	fails(cluster("aurora-mysql", {"server_audit_logging": "1"}))
	fails(cluster("aurora-mysql", {"server_audit_logging": "OFF", "server_audit_events": "QUERY"}))
}

test_plugin if {
	passes(instance("mysql", option("MARIADB_AUDIT_PLUGIN", {})))
	passes(instance("mariadb", option("MARIADB_AUDIT_PLUGIN", {"SERVER_AUDIT_EVENTS": "QUERY_DML"})))
	fails(instance("mysql", option("MARIADB_AUDIT_PLUGIN", {"SERVER_AUDIT_EVENTS": "CONNECT,QUERY_DDL"})))
	fails(instance("mysql", option("MARIADB_AUDIT_PLUGIN", {"SERVER_AUDIT_LOGGING": "OFF"})))
	fails(instance("mysql", option("MEMCACHED", {})))
	fails(instance("postgres", option("MARIADB_AUDIT_PLUGIN", {})))
	unclear(instance("sqlserver-se", option("SQLSERVER_AUDIT", {})))
	unclear(instance("db2-se", option("DB2_AUDIT", {})))
	fails(instance("sqlserver-se", option("SQLSERVER_BACKUP_RESTORE", {})))
}

test_stream if {
	passes(instance("oracle-ee", {"streams": [{}]}))
	passes(database("aws_rds_cluster", "aurora-postgresql", {"streams": [{}]}))
}

test_engines if {
	count(policy.unknown) == 1 with input as instance("oracle-ee", {})
	count(policy.unknown) == 1 with input as object.remove(instance("x", {}), ["engine"])
	fails(object.remove(instance("x", {"group": [{"family": "mysql8.0", "parameter": []}]}), ["engine"]))
}

test_without_phi if {
	other := {"engine": "mysql", "_": object.union(none, {"type": "aws_db_instance", "phi": "unmarked"})}
	count(policy.not_applicable) == 1 with input as other
	count(policy.deny) == 0 with input as other
}
