# METADATA
# title: DynamoDB tables are in a backup plan of AWS Backup
# description: Point-in-time recovery reaches back for weeks, in the same account. A plan keeps copies for longer, in a vault, out of the table's reach.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_HowItWorksAWS.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_selection
# custom:
#   id: HIPAA-DDB-003
#   severity: {default: info, phi: medium}
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.310(d)(2)(iv)"]
#   resources:
#     aws_dynamodb_table: {name: string, tags_all: map(string)}
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
#       title: A backup selection takes the table in
#       reads: [_.selection, _.nearby, _.settings]
#   remediation: Give the table the tag that an aws_backup_selection selects by, or name its ARN in one.
package hipaactl.aws.dynamodb.backup_plan

import data.hipaactl.lib.backup_selection

deny contains {"assertion": "covered", "paths": backup_selection.paths, "message": "no backup selection takes the table in"} if {
	backup_selection.uncovered
}

unknown contains {"assertion": "covered", "paths": ["_.nearby"], "message": backup_selection.doubt} if {
	backup_selection.unclear
}
