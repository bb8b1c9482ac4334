# METADATA
# title: Databases are in a backup plan of AWS Backup
# description: What RDS keeps by itself goes with the account and its keys; a plan keeps copies in a vault, for longer and out of the database's reach.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_selection
# custom:
#   id: HIPAA-RDS-017
#   severity: {default: info, phi: medium}
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_db_instance: {identifier: string, replicate_source_db: string, tags_all: map(string)}
#     aws_rds_cluster: {cluster_identifier: string, tags_all: map(string)}
#   related:
#     selection: {type: aws_backup_selection, on: 'resources[] = arn', more: helps}
#     nearby:
#       type: aws_backup_selection
#       on: region
#       more: helps
#       attributes:
#         resources: [string]
#         not_resources: [string]
#         selection_tag: [{key: string, value: string}]
#         condition:
#           - string_equals: &pairs [{key: string, value: string}]
#             string_like: *pairs
#             string_not_equals: *pairs
#             string_not_like: *pairs
#     settings: {type: aws_backup_region_settings, on: region, attributes: {resource_type_opt_in_preference: map(bool)}}
#   assertions:
#     covered:
#       title: A backup selection takes the database in
#       reads: [replicate_source_db, _.selection, _.nearby, _.settings]
#   remediation: Give the database the tag that an aws_backup_selection selects by, or name its ARN in one.
package hipaactl.aws.rds.backup_plan

import data.hipaactl.lib.backup_selection

deny contains {
	"assertion": "covered",
	"paths": array.concat(["replicate_source_db" | input._.type == "aws_db_instance"], backup_selection.paths),
	"message": "no backup selection takes the database in",
} if {
	not input.replicate_source_db
	backup_selection.uncovered
}

unknown contains {"assertion": "covered", "paths": ["_.nearby"], "message": backup_selection.doubt} if {
	not input.replicate_source_db
	backup_selection.unclear
}

not_applicable contains {
	"assertion": "covered",
	"paths": ["replicate_source_db"],
	"message": "a read replica is backed up at its source",
} if {
	input.replicate_source_db
}
