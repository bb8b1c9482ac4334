# METADATA
# title: Redshift keeps automated snapshots
# description: A loss that nobody notices within the days that snapshots are kept can no longer be undone, and what is left alone keeps them for one day.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-automated.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/redshift-backups.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
# custom:
#   id: HIPAA-RSH-005
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources: {aws_redshift_cluster: {automated_snapshot_retention_period: number}}
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
#     phi_minimum_days: {type: number, default: 35, unit: days, stricter: higher, source: the longest that Redshift keeps automated snapshots; the Rule names no number}
#   assertions:
#     minimum:
#       title: Automated snapshots are kept for the minimum of days
#       reads: [automated_snapshot_retention_period]
#     phi_minimum:
#       title: Snapshots of a warehouse that holds PHI are kept longer
#       reads:
#         - automated_snapshot_retention_period
#         - _.selection[*].selection_tag
#         - _.selection[*].condition
#         - _.selection[*]._.plan[*].rule
#   remediation: Set automated_snapshot_retention_period to 7 or more, and for PHI to 35 or name the cluster in a selection of an AWS Backup plan that keeps as long.
package hipaactl.aws.redshift.snapshot_retention

import data.hipaactl.lib.backup_plan

own := "automated_snapshot_retention_period"

kept(days) if input[own] >= days

days := data.params.phi_minimum_days

deny contains {
	"assertion": "minimum",
	"paths": [own],
	"message": sprintf("automated snapshots are kept for less than %v days", [data.params.minimum_days]),
} if {
	not kept(data.params.minimum_days)
}

deny contains {
	"assertion": "phi_minimum",
	"paths": array.concat([own], backup_plan.paths),
	"message": sprintf("snapshots of this warehouse that holds PHI are kept for less than %v days", [days]),
} if {
	input._.phi == "yes"
	not kept(days)
	not backup_plan.covered(days)
	not backup_plan.perhaps_covered(days)
}

unknown contains {
	"assertion": "phi_minimum",
	"paths": [own, "_.nearby"],
	"message": "whether a selection of AWS Backup by tag or pattern takes in this warehouse that holds PHI",
} if {
	input._.phi == "yes"
	not kept(days)
	not backup_plan.covered(days)
	backup_plan.perhaps_covered(days)
}

not_applicable contains {
	"assertion": "phi_minimum",
	"paths": ["_.phi"],
	"message": "only warehouses that hold PHI must keep snapshots longer",
} if {
	input._.phi != "yes"
}
