package aws_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
)

func TestBackupPlans(t *testing.T) {
	s := scriptData(t, dataAnswers{
		"GET /backup/plans": saying(`{"BackupPlansList":[{"BackupPlanId":"p1","BackupPlanArn":"arn:aws:backup:eu-west-1:123456789012:backup-plan:p1","BackupPlanName":"nightly","VersionId":"v"},{"BackupPlanId":"p2","BackupPlanName":"closed"},{"BackupPlanId":"p3"}]}`),
		"GET /backup/plans/p1": saying(`{"BackupPlan":{"BackupPlanName":"nightly","Rules":[
			{"RuleName":"long","TargetBackupVaultName":"vault","ScheduleExpression":"cron(0 5 ? * * *)","Lifecycle":{"DeleteAfterDays":35}},
			{"RuleName":"ever","TargetBackupVaultName":"vault"}, {"RuleName":"moved","TargetBackupVaultName":"vault","Lifecycle":{"MoveToColdStorageAfterDays":30}}]}}`),
		"GET /backup/plans/p3":               saying("error ResourceNotFoundException"),
		"GET /backup/plans/p1/selections":    saying(`{"BackupSelectionsList":[{"SelectionId":"s1","SelectionName":"named","IamRoleArn":"r"},{"SelectionId":"s2","SelectionName":"tagged","IamRoleArn":"r"},{"SelectionId":"s3","SelectionName":"closed","IamRoleArn":"r"}]}`),
		"GET /backup/plans/p1/selections/s1": saying(`{"BackupSelection":{"SelectionName":"named","IamRoleArn":"r","Resources":["arn:b","arn:a"],"NotResources":[],"ListOfTags":[],"Conditions":{"StringEquals":[],"StringLike":[],"StringNotEquals":[],"StringNotLike":[]}}}`),
		"GET /backup/plans/p1/selections/s2": saying(`{"BackupSelection":{"SelectionName":"tagged","IamRoleArn":"r","ListOfTags":[{"ConditionType":"STRINGEQUALS","ConditionKey":"backup","ConditionValue":"daily"}],"Conditions":{"StringLike":[{"ConditionKey":"aws:ResourceTag/x","ConditionValue":"y*"}]}}}`),
	})
	set := readData(t, s.url, dataRegion, "aws_backup_plan", "aws_backup_selection")
	plan, selection := ownAccount+"/eu-west-1 aws_backup_plan.", ownAccount+"/eu-west-1 aws_backup_selection."
	rule := func(name string, schedule any, lifecycle ...any) any {
		return map[string]any{"copy_action": []any{}, "enable_continuous_backup": false, "lifecycle": append([]any{}, lifecycle...), "rule_name": name, "schedule": schedule, "target_vault_name": "vault"}
	}
	kept := func(cold, days any) any {
		return map[string]any{"cold_storage_after": cold, "delete_after": days, "opt_in_to_archive_for_supported_resources": nil}
	}
	checkData(t, set, map[string]map[string]any{
		plan + "p1": {
			"id": "p1", "name": "nightly", "arn": "arn:aws:backup:eu-west-1:123456789012:backup-plan:p1", "version": "v",
			"rule": []any{rule("long", "cron(0 5 ? * * *)", kept(nil, 35)), rule("ever", nil), rule("moved", nil, kept(30, nil))},
		},
		plan + "p2":      {"id": "p2", "name": "closed", "rule": "unknown: backup:GetBackupPlan: " + dataDenied},
		selection + "s1": {"id": "s1", "plan_id": "p1", "resources": []any{"arn:a", "arn:b"}, "not_resources": nil, "selection_tag": []any{}, "condition": []any{}},
		selection + "s2": {
			"plan_id": "p1", "resources": nil, "selection_tag": []any{map[string]any{"key": "backup", "type": "STRINGEQUALS", "value": "daily"}},
			"condition": []any{map[string]any{"string_equals": []any{}, "string_like": []any{map[string]any{"key": "aws:ResourceTag/x", "value": "y*"}}, "string_not_equals": []any{}, "string_not_like": []any{}}},
		},
		selection + "s3": {"id": "s3", "plan_id": "p1", "name": "closed", "(unread)": "backup:GetBackupSelection: " + dataDenied},
	})
	if diff := cmp.Diff([]string{
		"backup:GetBackupPlan of p2: " + dataDenied + ": settled", "backup:GetBackupSelection of s3: " + dataDenied + ": settled",
		"backup:ListBackupSelections of p2: " + dataDenied + ": aws_backup_selection", "backup:ListBackupSelections of p3: " + dataDenied + ": aws_backup_selection",
	}, dataGaps(set)); diff != "" {
		t.Error("gaps:", diff)
	}
}

// TestSelectionsNotImplemented shows that an endpoint that fails every time is
// given up on when the time is over, and leaves the list open.
func TestSelectionsNotImplemented(t *testing.T) {
	s := scriptData(t, dataAnswers{
		"GET /backup/plans":               saying(`{"BackupPlansList":[{"BackupPlanId":"p1","BackupPlanName":"nightly"}]}`),
		"GET /backup/plans/p1":            saying(`{"BackupPlan":{"BackupPlanName":"nightly","Rules":[]}}`),
		"GET /backup/plans/p1/selections": saying("error 500"),
	})
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	began := time.Now()
	result, err := aws.Audit(ctx, aws.Options{Wanted: wanted("aws_backup_plan", "aws_backup_selection"), EndpointURL: s.url, Regions: dataRegion})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %s", took)
	}
	checkData(t, result.Set, map[string]map[string]any{ownAccount + "/eu-west-1 aws_backup_plan.p1": {"rule": []any{}}})
	if diff := cmp.Diff([]string{"backup:ListBackupSelections of p1: no answer came in time: aws_backup_selection"}, dataGaps(result.Set)); diff != "" {
		t.Error("gaps:", diff)
	}
}
