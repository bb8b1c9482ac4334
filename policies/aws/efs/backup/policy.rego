# METADATA
# title: EFS file systems are backed up
# description: What is deleted from a file system, by mistake or by malware, is gone at once. EFS keeps no copy of its own unless its backup policy or a plan says so.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
#   - https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
# custom:
#   id: HIPAA-EFS-002
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources: {aws_efs_file_system: {availability_zone_name: string, tags_all: map(string)}}
#   related:
#     policies: {type: aws_efs_backup_policy, on: file_system_id = id, attributes: {backup_policy: [{status: string}]}}
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
#     backed_up:
#       title: The backup policy or a selection of AWS Backup takes the file system in
#       reads: [availability_zone_name, "_.policies[*].backup_policy", _.selection, _.nearby, _.settings]
#   remediation: Add an aws_efs_backup_policy with the status ENABLED, or name the file system in an aws_backup_selection.
package hipaactl.aws.efs.backup

import data.hipaactl.lib.backup_selection

enabled if {
	some attached in input._.policies
	some block in attached.backup_policy
	block.status == "ENABLED"
}

# EFS turns backups on for a new One Zone file system of which nobody says otherwise.
enabled if {
	input._.source != "live"
	count(input._.policies) == 0
	input.availability_zone_name
}

deny contains {
	"assertion": "backed_up",
	"paths": array.concat(["availability_zone_name", "_.policies[*].backup_policy", "_.policies"], backup_selection.paths),
	"message": "the file system's backups are not on, and no backup selection takes it in",
} if {
	not enabled
	backup_selection.uncovered
}

unknown contains {"assertion": "backed_up", "paths": ["_.nearby"], "message": backup_selection.doubt} if {
	not enabled
	backup_selection.unclear
}
