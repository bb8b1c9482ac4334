package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRestoreTesting(t *testing.T) {
	job := func(kind, status, rest string) string {
		return `{"ResourceType":"` + kind + `","Status":"` + status + `"` + rest + `}`
	}
	plan := `,"CreatedBy":{"RestoreTestingPlanArn":"arn:p"}`
	s := &fake{answers: answers{
		"ListRestoreTestingPlans": `{"RestoreTestingPlans":[{"RestoreTestingPlanName":"monthly","RestoreTestingPlanArn":"arn:p","ScheduleExpression":"cron(0 5 1 * ? *)"},{"RestoreTestingPlanName":"closed","RestoreTestingPlanArn":"arn:q","ScheduleExpression":"rate(7 days)"}]}`,
		"ListRestoreTestingSelections /restore-testing/plans/monthly/selections": `{"RestoreTestingSelections":[{"RestoreTestingSelectionName":"rds","RestoreTestingPlanName":"monthly","ProtectedResourceType":"RDS","IamRoleArn":"r"}]}`,
		"ListProtectedResources": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"NextToken":"2","Results":[{"ResourceArn":"a","ResourceType":"RDS"},{"ResourceArn":"b","ResourceType":"RDS"},{"ResourceArn":"c","ResourceType":"EFS"}]}`
			}
			return `{"Results":[{"ResourceArn":"d","ResourceType":"S3"}]}`
		},
		"ListRestoreJobs": `{"RestoreJobs":[` +
			job("RDS", "COMPLETED", plan+`,"CreationDate":1500000000,"CompletionDate":1500007200`) + "," + job("RDS", "FAILED", plan+`,"CreationDate":1400000000`) + "," +
			job("RDS", "RUNNING", plan+`,"CreationDate":1600000000`) + "," + job("EFS", "COMPLETED", plan+`,"ValidationStatus":"FAILED","CreationDate":1500000000`) + "," +
			job("S3", "FAILED", `,"CreationDate":1500000000`) + `]}`,
	}}
	types := []string{"aws_backup_restore_testing_plan", "aws_backup_restore_testing_selection", "aws_backup_protected_type"}
	set, kind := s.audit(t, types), "aws_backup_protected_type "
	set.check(t, map[string]map[string]any{
		"aws_backup_restore_testing_plan monthly":          {"arn": "arn:p", "name": "monthly", "schedule_expression": "cron(0 5 1 * ? *)"},
		"aws_backup_restore_testing_plan closed":           {"schedule_expression": "rate(7 days)"},
		"aws_backup_restore_testing_selection monthly rds": {"restore_testing_plan_name": "monthly", "protected_resource_type": "RDS"},
		kind + "RDS": {"resource_type": "RDS", "last_test_status": "COMPLETED", "last_test_time": "2017-07-14T02:40:00Z", "last_test_hours": 2},
		kind + "EFS": {"last_test_status": "FAILED", "last_test_hours": nil},
		kind + "S3":  {"last_test_status": nil, "last_test_time": nil},
	})
	if diff := cmp.Diff([]string{"eu-west-1 backup:ListRestoreTestingSelections of closed: aws_backup_restore_testing_selection"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	delete(s.answers, "ListRestoreJobs")
	s.audit(t, types[2:]).check(t, map[string]map[string]any{
		kind + "RDS": {"last_test_status": "unknown: backup:ListRestoreJobs: access was denied"}, kind + "EFS": {}, kind + "S3": {},
	})
}
