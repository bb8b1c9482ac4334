# METADATA
# title: Databases with PHI use customer managed keys
# description: A key of your own makes access to the data a decision of yours, which you can see, narrow and take back.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
# custom:
#   id: HIPAA-RDS-003
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)"]
#   resources:
#     aws_db_instance: &reads {kms_key_id: string, performance_insights_enabled: bool, performance_insights_kms_key_id: string}
#     aws_rds_cluster: *reads
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: &alias {name: string}}
#     insights_key: {type: aws_kms_key, on: arn = performance_insights_kms_key_id, more: helps}
#     insights_imported_key: {type: aws_kms_external_key, on: arn = performance_insights_kms_key_id, more: helps}
#     insights_replica_key: {type: aws_kms_replica_key, on: arn = performance_insights_kms_key_id, more: helps}
#     insights_alias: {type: aws_kms_alias, on: target_key_arn = performance_insights_kms_key_id, attributes: *alias}
#   assertions:
#     storage:
#       title: The database is encrypted with a customer managed key
#       reads: [kms_key_id, _.key, _.imported_key, _.replica_key]
#     insights:
#       title: Performance Insights, where it is on, has a customer managed key
#       reads:
#         - performance_insights_enabled
#         - performance_insights_kms_key_id
#         - _.insights_key
#         - _.insights_imported_key
#         - _.insights_replica_key
#   remediation: Set kms_key_id, and performance_insights_kms_key_id where Performance Insights is on, to keys of your own. The key of a database can only be changed by a copy of its snapshot.
package hipaactl.aws.rds.customer_key

import data.hipaactl.lib.kms_key

deny contains {"assertion": "storage", "paths": paths, "message": "the database holds PHI and has no customer managed key"} if {
	input._.phi == "yes"
	some paths in kms_key.unkeyed
}

# Performance Insights shows statements, and with them values that are searched for.
insights_key := object.get(input, "performance_insights_kms_key_id", "")

insights_lists := {kind: input._[sprintf("insights_%s", [kind])] | some kind in ["key", "imported_key", "replica_key", "alias"]}

unkeyed := kms_key.lacking(insights_key, "performance_insights_kms_key_id", insights_lists, "_.insights_") if {
	kms_key.read_back
} else := {["performance_insights_kms_key_id"] | not kms_key.customer(insights_key)}

deny contains {
	"assertion": "insights",
	"paths": array.concat(["performance_insights_enabled"], paths),
	"message": "Performance Insights of the database, which holds PHI, has no customer managed key",
} if {
	input._.phi == "yes"
	input.performance_insights_enabled
	some paths in unkeyed
}

not_applicable contains {"assertion": assertion, "paths": ["_.phi"], "message": "only databases that hold PHI need customer managed keys"} if {
	input._.phi != "yes"
	some assertion in ["storage", "insights"]
}

not_applicable contains {"assertion": "insights", "paths": ["performance_insights_enabled"], "message": "Performance Insights is off"} if {
	not input.performance_insights_enabled
}
