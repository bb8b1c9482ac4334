# METADATA
# title: Restores are tested on a schedule
# description: >-
#   A backup that was never restored is a hope. A restore testing plan of AWS Backup restores recovery points on a schedule; of
#   an account it shows as well which kinds of resources are backed up without a test, and whether the last test went well.
# related_resources:
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForList.html
#   - https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreJobsListMember.html
# custom:
#   id: HIPAA-BKP-005
#   severity: medium
#   citations: ["164.308(a)(7)(ii)(D)", "164.308(a)(7)(ii)(B)", "164.308(a)(8)"]
#   nprm: ["164.308(a)(13)"]
#   resources:
#     aws_backup_restore_testing_plan: {schedule_expression: string}
#     aws_backup_protected_type: {resource_type: string, last_test_status: string, last_test_hours: number}
#   related:
#     selections: {type: aws_backup_restore_testing_selection, on: restore_testing_plan_name = name, more: helps}
#     tests:
#       type: aws_backup_restore_testing_selection
#       on: region
#       more: helps
#       attributes: {protected_resource_type: string}
#       related:
#         plan: {type: aws_backup_restore_testing_plan, on: name = restore_testing_plan_name, more: helps, attributes: {schedule_expression: string}}
#   params:
#     maximum_days: {type: number, default: 31, unit: days, stricter: lower, source: default of hipaactl; the Rule names no number}
#     maximum_hours: {type: number, default: 72, unit: hours, stricter: lower, source: the rule proposed on 2025-01-06}
#   assertions:
#     frequency: {title: The plan tests at least monthly, reads: [schedule_expression]}
#     selected: {title: The plan selects what it tests, reads: [_.selections]}
#     covered: {title: What is backed up is tested at least monthly, reads: [resource_type, _.tests]}
#     latest: {title: The last test of a restore succeeded, reads: [last_test_status]}
#     duration: {title: The last test of a restore took no longer than 72 hours, severity: info, reads: [last_test_hours]}
#   remediation: Declare an aws_backup_restore_testing_plan with a monthly schedule_expression and an aws_backup_restore_testing_selection for each type that holds PHI.
package hipaactl.aws.backup.restore_testing

import data.hipaactl.lib.schedule

plan if input._.type == "aws_backup_restore_testing_plan"

often(expression) if schedule.days(expression) <= data.params.maximum_days

deny contains {"assertion": "frequency", "paths": ["schedule_expression"], "message": message} if {
	plan
	schedule.days(input.schedule_expression) > data.params.maximum_days
	message := sprintf("the plan tests less often than every %v days", [data.params.maximum_days])
}

unknown contains {"assertion": "frequency", "paths": ["schedule_expression"], "message": "how often the plan tests"} if {
	plan
	not schedule.days(input.schedule_expression)
}

deny contains {"assertion": "selected", "paths": ["_.selections"], "message": "the plan selects nothing, and tests nothing"} if {
	plan
	count(input._.selections) == 0
}

covered if {
	some test in input._.tests
	test.protected_resource_type == input.resource_type
	some tested in test._.plan
	often(tested.schedule_expression)
}

deny contains {"assertion": "covered", "paths": ["resource_type", "_.tests[*].protected_resource_type", "_.tests[*]._.plan"], "message": message} if {
	not plan
	not covered
	message := "resources of this type are backed up, and no plan tests their restore at least monthly"
}

deny contains {"assertion": "latest", "paths": ["last_test_status"], "message": "the last test of a restore failed"} if {
	not plan
	input.last_test_status in {"FAILED", "ABORTED"}
}

deny contains {"assertion": "duration", "paths": ["last_test_hours"], "message": message} if {
	not plan
	input.last_test_hours > data.params.maximum_hours
	message := sprintf("the last test of a restore took more than %v hours", [data.params.maximum_hours])
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of what is backed up"} if {
	plan
	some assertion in {"covered", "latest", "duration"}
}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of restore testing plans"} if {
	not plan
	some assertion in {"frequency", "selected"}
}

# What was not tested is told by another assertion.
not_applicable contains {"assertion": assertion, "paths": [attribute], "message": "no restore was tested lately"} if {
	not plan
	some assertion, attribute in {"latest": "last_test_status", "duration": "last_test_hours"}
	not input[attribute]
}
