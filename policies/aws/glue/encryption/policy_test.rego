package hipaactl.aws.glue.encryption_test

import data.hipaactl.aws.glue.encryption as policy
import data.hipaactl.aws.glue.encryption_region as region

denied(it) := found if {
	found := {d.assertion | some d in policy.deny} with input as it
}

unclear(it) := found if {
	found := {u.assertion | some u in policy.unknown} with input as it
}

skipped(it) := found if {
	found := {n.assertion | some n in policy.not_applicable} with input as it
}

test_jobs if {
	denied({"_": {"type": "aws_glue_job"}, "security_configuration": "strict"}) == set()
	denied({"_": {"type": "aws_glue_job"}}) == {"configured"}
	denied({"_": {"type": "aws_glue_crawler"}, "security_configuration": ""}) == {"configured"}
	skipped({"_": {"type": "aws_glue_crawler"}}) == {"encrypted", "transport"}
}

configuration(s3, logs, bookmarks) := {"_": {"type": "aws_glue_security_configuration"}, "encryption_configuration": [{
	"s3_encryption": [{"s3_encryption_mode": s3}],
	"cloudwatch_encryption": [{"cloudwatch_encryption_mode": logs}],
	"job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": bookmarks}],
}]}

test_configurations if {
	denied(configuration("SSE-KMS", "SSE-KMS", "CSE-KMS")) == set()
	denied(configuration("SSE-S3", "SSE-KMS", "CSE-KMS")) == set()
	denied(configuration("DISABLED", "SSE-KMS", "CSE-KMS")) == {"encrypted"}
	denied(configuration("SSE-KMS", "DISABLED", "CSE-KMS")) == {"encrypted"}
	denied(configuration("SSE-KMS", "SSE-KMS", "DISABLED")) == {"encrypted"}
	denied({"_": {"type": "aws_glue_security_configuration"}}) == {"encrypted"}
}

connection(type, properties) := {"_": {"type": "aws_glue_connection"}, "connection_type": type, "connection_properties": properties}

test_connections if {
	denied(connection("JDBC", {"JDBC_ENFORCE_SSL": "true"})) == set()
	denied(connection("JDBC", {"JDBC_ENFORCE_SSL": "True"})) == set()
	denied(connection("JDBC", {"JDBC_ENFORCE_SSL": "false"})) == {"transport"}
	denied(connection("JDBC", {})) == {"transport"}
	denied({"_": {"type": "aws_glue_connection"}}) == {"transport"}
	denied(connection("KAFKA", {})) == set()
	denied(connection("KAFKA", {"KAFKA_SSL_ENABLED": "false"})) == {"transport"}
	unclear(connection("MONGODB", {})) == {"transport"}
	every type in ["POSTGRESQL", "mysql", "OPENSEARCH", "SFTP", "SAPHANA", "WHATEVERCOMESNEXT"] {
		unclear(connection(type, {})) == {"transport"}
		not "transport" in skipped(connection(type, {}))
	}
	every type in ["NETWORK", "SALESFORCE", "BIGQUERY"] {
		"transport" in skipped(connection(type, {}))
		unclear(connection(type, {})) == set()
	}
	not "transport" in skipped(connection("JDBC", {}))
}

catalog(mode, hidden) := found if {
	found := {d.assertion | some d in region.deny} with input as {"aws_glue_data_catalog_encryption_settings": [{"data_catalog_encryption_settings": [{
		"encryption_at_rest": [{"catalog_encryption_mode": mode}],
		"connection_password_encryption": [{"return_connection_password_encrypted": hidden}],
	}]}]}
}

test_catalog if {
	catalog("SSE-KMS", true) == set()
	catalog("SSE-KMS-WITH-SERVICE-ROLE", true) == set()
	catalog("DISABLED", true) == {"catalog"}
	catalog("SSE-KMS", false) == {"passwords"}
	none := {d.assertion | some d in region.deny} with input as {"aws_glue_data_catalog_encryption_settings": []}
	none == {"catalog", "passwords"}
}
