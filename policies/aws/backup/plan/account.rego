# METADATA
# title: The account has a backup plan
# description: Without a plan backups depend on who remembers to make them.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
# custom:
#   id: HIPAA-BKP-001
#   severity: high
#   citations: ["164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)"]
#   nprm: ["164.312(i)"]
#   scope: account
#   more: helps
#   resources: {aws_backup_plan: {}}
#   remediation: Declare an aws_backup_plan with a daily schedule and delete_after of 35 days or more, and select the data stores for it.
package hipaactl.aws.backup.plan_account

deny contains {"paths": ["aws_backup_plan"], "message": "AWS Backup has no plan in this account"} if {
	count(input.aws_backup_plan) == 0
}
