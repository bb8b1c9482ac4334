# METADATA
# title: Neptune is backed up, logged, protected and private
# description: A graph that is kept for a day, deleted by one command, read without a trace or reached from the internet is a loss or a leak that waits to happen.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore.html
#   - https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster_instance
# custom:
#   id: HIPAA-NEP-002
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(A)", "164.312(b)", "164.312(a)(1)"]
#   resources:
#     aws_neptune_cluster: {backup_retention_period: number, enable_cloudwatch_logs_exports: [string], deletion_protection: bool}
#     aws_neptune_cluster_instance: {publicly_accessible: bool}
#   params:
#     minimum_days: {type: number, default: 7, unit: days, stricter: higher, source: a common minimum; the Rule names no number}
#   assertions:
#     kept:
#       title: Backups are kept for the minimum of days
#       reads: [backup_retention_period]
#     logged:
#       title: The audit log goes to CloudWatch Logs
#       reads: [enable_cloudwatch_logs_exports]
#     protected:
#       title: The cluster is protected from deletion
#       reads: [deletion_protection]
#     private:
#       title: The instance has no public address
#       reads: [publicly_accessible]
#   remediation: Set backup_retention_period to 7 or more, deletion_protection = true and enable_cloudwatch_logs_exports = ["audit"], and leave publicly_accessible of the instances at false.
package hipaactl.aws.neptune.protection

# asked are the assertions of each type.
asked := {
	"aws_neptune_cluster": ["kept", "logged", "protected"],
	"aws_neptune_cluster_instance": ["private"],
}

cluster if input._.type == "aws_neptune_cluster"

deny contains {
	"assertion": "kept",
	"paths": ["backup_retention_period"],
	"message": sprintf("backups are kept for less than %v days", [data.params.minimum_days]),
} if {
	cluster
	not input.backup_retention_period >= data.params.minimum_days
}

deny contains {
	"assertion": "logged",
	"paths": ["enable_cloudwatch_logs_exports"],
	"message": "the audit log is not exported to CloudWatch Logs",
} if {
	cluster
	not "audit" in object.get(input, "enable_cloudwatch_logs_exports", [])
}

deny contains {
	"assertion": "protected",
	"paths": ["deletion_protection"],
	"message": "nothing protects the cluster from being deleted",
} if {
	cluster
	not input.deletion_protection
}

deny contains {
	"assertion": "private",
	"paths": ["publicly_accessible"],
	"message": "the instance has a public address",
} if {
	input.publicly_accessible
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "it is asked of the other kind"} if {
	some typ, assertions in asked
	typ != input._.type
	some assertion in assertions
}
