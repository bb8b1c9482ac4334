package aws_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
)

func TestBackupPlans(t *testing.T) {
	s := &fake{answers: answers{
		"ListBackupPlans": `{"BackupPlansList":[{"BackupPlanId":"p1","BackupPlanArn":"arn:aws:backup:eu-west-1:123456789012:backup-plan:p1","BackupPlanName":"nightly","VersionId":"v"},{"BackupPlanId":"p2","BackupPlanName":"closed"},{"BackupPlanId":"p3"}]}`,
		"GetBackupPlan /backup/plans/p1": `{"BackupPlan":{"BackupPlanName":"nightly","Rules":[
			{"RuleName":"long","TargetBackupVaultName":"vault","ScheduleExpression":"cron(0 5 ? * * *)","Lifecycle":{"DeleteAfterDays":35}},
			{"RuleName":"ever","TargetBackupVaultName":"vault"}, {"RuleName":"moved","TargetBackupVaultName":"vault","Lifecycle":{"MoveToColdStorageAfterDays":30}}]}}`,
		"GetBackupPlan /backup/plans/p3":                    "error ResourceNotFoundException",
		"ListBackupSelections /backup/plans/p1/selections":  `{"BackupSelectionsList":[{"SelectionId":"s1","SelectionName":"named","IamRoleArn":"r"},{"SelectionId":"s2","SelectionName":"tagged","IamRoleArn":"r"},{"SelectionId":"s3","SelectionName":"closed","IamRoleArn":"r"}]}`,
		"GetBackupSelection /backup/plans/p1/selections/s1": `{"BackupSelection":{"SelectionName":"named","IamRoleArn":"r","Resources":["arn:b","arn:a"],"NotResources":[],"ListOfTags":[],"Conditions":{"StringEquals":[],"StringLike":[],"StringNotEquals":[],"StringNotLike":[]}}}`,
		"GetBackupSelection /backup/plans/p1/selections/s2": `{"BackupSelection":{"SelectionName":"tagged","IamRoleArn":"r","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}],"Conditions":{"StringLike":[{"ConditionKey":"aws:ResourceTag/x","ConditionValue":"y*"}]}}}`,
	}}
	set := s.audit(t, []string{"aws_backup_plan", "aws_backup_selection"})
	plan, selection := "aws_backup_plan ", "aws_backup_selection "
	rule := func(name string, schedule any, lifecycle ...any) any {
		return map[string]any{"copy_action": []any{}, "enable_continuous_backup": false, "lifecycle": append([]any{}, lifecycle...), "rule_name": name, "schedule": schedule, "target_vault_name": "vault"}
	}
	kept := func(cold, days any) any {
		return map[string]any{"cold_storage_after": cold, "delete_after": days, "opt_in_to_archive_for_supported_resources": nil}
	}
	set.check(t, map[string]map[string]any{
		plan + "p1": {
			"id": "p1", "name": "nightly", "arn": "arn:aws:backup:eu-west-1:123456789012:backup-plan:p1", "version": "v",
			"rule": []any{rule("long", "cron(0 5 ? * * *)", kept(nil, 35)), rule("ever", "cron(0 5 ? * * *)"), rule("moved", "cron(0 5 ? * * *)", kept(30, nil))},
		},
		plan + "p2":      {"id": "p2", "name": "closed", "rule": "unknown: backup:GetBackupPlan: access was denied"},
		selection + "s1": {"id": "s1", "plan_id": "p1", "resources": []any{"arn:a", "arn:b"}, "not_resources": nil, "selection_tag": []any{}, "condition": []any{}},
		selection + "s2": {
			"plan_id": "p1", "resources": nil, "selection_tag": []any{map[string]any{"key": "backup", "type": "STRINGEQUALS", "value": "daily"}},
			"condition": []any{map[string]any{"string_equals": []any{}, "string_like": []any{map[string]any{"key": "aws:ResourceTag/x", "value": "y*"}}, "string_not_equals": []any{}, "string_not_like": []any{}}},
		},
		selection + "s3": {"id": "s3", "plan_id": "p1", "name": "closed", "unread": "backup:GetBackupSelection"},
	})
	if diff := cmp.Diff([]string{
		"eu-west-1 backup:GetBackupPlan of p2: settled", "eu-west-1 backup:GetBackupSelection of s3: settled",
		"eu-west-1 backup:ListBackupSelections of p2: aws_backup_selection", "eu-west-1 backup:ListBackupSelections of p3: aws_backup_selection",
	}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

// TestSelectionsNotImplemented shows that an endpoint that fails every time is
// given up on when the time is over, and leaves the list open.
func TestSelectionsNotImplemented(t *testing.T) {
	s := &fake{answers: answers{
		"ListBackupPlans":                                  `{"BackupPlansList":[{"BackupPlanId":"p1","BackupPlanName":"nightly"}]}`,
		"GetBackupPlan /backup/plans/p1":                   `{"BackupPlan":{"BackupPlanName":"nightly","Rules":[]}}`,
		"ListBackupSelections /backup/plans/p1/selections": "error 500",
	}}
	environment(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "20")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	result, err := aws.Audit(ctx, aws.Options{Wanted: wanted("aws_backup_plan", "aws_backup_selection"), HTTPClient: s, Regions: []string{"eu-west-1"}})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %s", took)
	}
	seen := sight{Set: result.Set}
	seen.check(t, map[string]map[string]any{"aws_backup_plan p1": {"rule": []any{}}})
	if diff := cmp.Diff([]string{"eu-west-1 backup:ListBackupSelections of p1: aws_backup_selection"}, seen.gaps()); diff != "" || !strings.Contains(seen.Gaps[0].Why, "in time") {
		t.Error("gaps:", diff, seen.Gaps)
	}
}

func TestBackupRegionSettings(t *testing.T) {
	s := &fake{answers: answers{"DescribeRegionSettings": `{"ResourceTypeOptInPreference":{"RDS":true,"Aurora":false}}`}}
	set := s.audit(t, []string{"aws_backup_region_settings"})
	set.check(t, map[string]map[string]any{
		"aws_backup_region_settings eu-west-1": {
			"id": "eu-west-1", "resource_type_opt_in_preference": map[string]any{"RDS": true, "Aurora": false},
			"resource_type_management_preference": "unknown: backup:DescribeRegionSettings: the answer does not hold what aws_backup_region_settings.resource_type_management_preference is made from",
		},
	})
	closed := (&fake{answers: answers{"DescribeRegionSettings": "error AccessDenied"}}).audit(t, []string{"aws_backup_region_settings"})
	if diff := cmp.Diff([]string{"eu-west-1 backup:DescribeRegionSettings: aws_backup_region_settings"}, closed.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
