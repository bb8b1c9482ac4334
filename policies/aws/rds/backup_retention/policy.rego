# METADATA
# title: Databases keep automated backups
# description: A loss that nobody notices within the days that backups are kept can no longer be undone.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Overview.Differences.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
# custom:
#   id: HIPAA-RDS-005
#   severity: high
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_db_instance: {backup_retention_period: number, replicate_source_db: string}
#     aws_rds_cluster: {backup_retention_period: number}
#   related:
#     selection:
#       type: aws_backup_selection
#       on: resources[] = arn
#       more: helps
#       attributes: {selection_tag: [{}], condition: [{}]}
#       related: &plan
#         plan:
#           type: aws_backup_plan
#           on: id = plan_id
#           more: helps
#           attributes: {rule: [{lifecycle: [{delete_after: number}]}]}
#     nearby:
#       type: aws_backup_selection
#       on: region
#       more: helps
#       attributes: {resources: [string], selection_tag: [{}], condition: [{}]}
#       related: *plan
#   params:
#     minimum_days: {type: number, default: 7, unit: days, stricter: higher, source: a common minimum; the Rule names no number}
#     phi_minimum_days: {type: number, default: 35, unit: days, stricter: higher, source: the longest that RDS keeps automated backups; the Rule names no number}
#   assertions:
#     minimum:
#       title: Automated backups are kept for the minimum of days
#       reads: [backup_retention_period, replicate_source_db]
#     phi_minimum:
#       title: Backups of a database that holds PHI are kept longer
#       reads:
#         - backup_retention_period
#         - replicate_source_db
#         - _.selection[*].selection_tag
#         - _.selection[*].condition
#         - _.selection[*]._.plan[*].rule
#   remediation: Set backup_retention_period to 7 or more, and for PHI to 35 or name the database in a selection of an AWS Backup plan that keeps as long.
package hipaactl.aws.rds.backup_retention

import data.hipaactl.lib.backup_plan

own := ["backup_retention_period", "replicate_source_db"]

kept(days) if input.backup_retention_period >= days

deny contains {
	"assertion": "minimum",
	"paths": own,
	"message": sprintf("automated backups are kept for less than %v days", [data.params.minimum_days]),
} if {
	not kept(data.params.minimum_days)
	not input.replicate_source_db
}

deny contains {
	"assertion": "phi_minimum",
	"paths": array.concat(own, backup_plan.paths),
	"message": sprintf("backups of this database that holds PHI are kept for less than %v days", [data.params.phi_minimum_days]),
} if {
	input._.phi == "yes"
	not kept(data.params.phi_minimum_days)
	not input.replicate_source_db
	not backup_plan.covered(data.params.phi_minimum_days)
	not backup_plan.perhaps_covered(data.params.phi_minimum_days)
}

unknown contains {
	"assertion": "phi_minimum",
	"paths": ["backup_retention_period", "_.nearby"],
	"message": "whether a selection of AWS Backup by tag or pattern takes in this database that holds PHI",
} if {
	input._.phi == "yes"
	not kept(data.params.phi_minimum_days)
	not input.replicate_source_db
	not backup_plan.covered(data.params.phi_minimum_days)
	backup_plan.perhaps_covered(data.params.phi_minimum_days)
}

not_applicable contains {
	"assertion": "phi_minimum",
	"paths": ["_.phi"],
	"message": "only databases that hold PHI must keep backups longer",
} if {
	input._.phi != "yes"
}

# RDS makes read replicas without backups, and not every engine can have them
# there: the data is backed up at its source.
not_applicable contains {
	"paths": ["replicate_source_db"],
	"message": "a read replica is backed up at its source",
} if {
	input.replicate_source_db
}
