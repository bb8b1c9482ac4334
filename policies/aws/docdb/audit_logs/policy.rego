# METADATA
# title: DocumentDB clusters export audit logs
# description: Without its audit log nobody can tell afterwards who read or changed which documents.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster
# custom:
#   id: HIPAA-DOC-003
#   severity: medium
#   citations: ["164.312(b)", "164.308(a)(1)(ii)(D)"]
#   resources:
#     aws_docdb_cluster: {enabled_cloudwatch_logs_exports: [string]}
#   related:
#     group:
#       type: aws_docdb_cluster_parameter_group
#       on: name = db_cluster_parameter_group_name
#       attributes: {parameter: [{name: string, value: string}]}
#   assertions:
#     audited:
#       title: The cluster writes an audit log
#       reads: [_.group]
#     exported:
#       title: The audit log goes to CloudWatch Logs
#       reads: [enabled_cloudwatch_logs_exports]
#   remediation: Add audit to enabled_cloudwatch_logs_exports, and set the parameter audit_logs to enabled in a parameter group of your own.
package hipaactl.aws.docdb.audit_logs

audited if {
	some parameter in input._.group[_].parameter
	parameter.name == "audit_logs"
	not parameter.value in {"disabled", "none"}
}

deny contains {
	"assertion": "audited",
	"paths": ["_.group[*].parameter"],
	"message": "the parameter audit_logs is disabled, as it is by default",
} if {
	not audited
}

deny contains {
	"assertion": "exported",
	"paths": ["enabled_cloudwatch_logs_exports"],
	"message": "the audit log is not exported to CloudWatch Logs",
} if {
	not "audit" in object.get(input, "enabled_cloudwatch_logs_exports", [])
}
