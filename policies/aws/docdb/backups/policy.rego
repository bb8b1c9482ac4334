# METADATA
# title: DocumentDB clusters are backed up and protected from deletion
# description: A loss that nobody notices within the days that backups are kept cannot be undone, and one command deletes a cluster that nothing protects.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster
# custom:
#   id: HIPAA-DOC-002
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.312(c)(1)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_docdb_cluster: {backup_retention_period: number, deletion_protection: bool}
#   params:
#     minimum_days: {type: number, default: 7, unit: days, stricter: higher, source: a common minimum; the Rule names no number}
#     phi_minimum_days: {type: number, default: 35, unit: days, stricter: higher, source: the longest that DocumentDB keeps backups; the Rule names no number}
#   assertions:
#     kept:
#       title: Backups are kept for the minimum of days
#       reads: [backup_retention_period]
#     protected:
#       title: The cluster is protected from deletion
#       reads: [deletion_protection]
#   remediation: Set backup_retention_period to 7 or more, to 35 for PHI, and deletion_protection = true.
package hipaactl.aws.docdb.backups

days := data.params.phi_minimum_days if {
	input._.phi == "yes"
} else := data.params.minimum_days

deny contains {
	"assertion": "kept",
	"paths": ["backup_retention_period"],
	"message": sprintf("backups are kept for less than %v days", [days]),
} if {
	not input.backup_retention_period >= days
}

deny contains {
	"assertion": "protected",
	"paths": ["deletion_protection"],
	"message": "nothing protects the cluster from being deleted",
} if {
	not input.deletion_protection
}
