# METADATA
# title: The account tests restores on a schedule
# description: Backups that nobody restores may not be restorable.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
# custom:
#   id: HIPAA-BKP-005
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(D)", "164.308(a)(7)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.308(a)(13)"]
#   scope: account
#   more: helps
#   resources: {aws_backup_restore_testing_plan: {}}
#   assertions:
#     planned: {title: The account has a restore testing plan}
#   remediation: Declare an aws_backup_restore_testing_plan with a monthly schedule_expression, and selections for what is backed up.
package hipaactl.aws.backup.restore_testing_account

deny contains {"assertion": "planned", "paths": ["aws_backup_restore_testing_plan"], "message": "nothing tests restores in this account"} if {
	count(input.aws_backup_restore_testing_plan) == 0
}
