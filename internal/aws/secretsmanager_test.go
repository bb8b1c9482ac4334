package aws_test

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
	"github.com/google/go-cmp/cmp"
)

var secretTypes = []string{"aws_secretsmanager_secret", "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret_status"}

func TestSecretsOfEmulator(t *testing.T) {
	url := startMoto(t)
	environment(t)
	c := secretsmanager.NewFromConfig(seeder(url, ownAccount, "eu-west-1"))
	made, err := c.CreateSecret(t.Context(), &secretsmanager.CreateSecretInput{
		Name: sdk.String("records"), SecretString: sdk.String("only-in-the-emulator"), Tags: []types.Tag{{Key: sdk.String("DataClass"), Value: sdk.String("PHI")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := auditMoto(t, url, secretTypes, "eu-west-1")
	got := seen.values()
	secret := got["aws_secretsmanager_secret records"]
	status := got["aws_secretsmanager_secret_status records"]
	if secret["id"] != *made.ARN || status["rotation_enabled"] != false || len(got) != 2 || len(seen.Gaps) > 0 {
		t.Errorf("%v %v", got, seen.gaps())
	}
	if diff := cmp.Diff(map[string]any{"DataClass": "PHI"}, secret["tags_all"]); diff != "" {
		t.Error(diff)
	}
}

const arnOfSecret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:"

// secretPages are two pages: a secret that rotates by days, one by a schedule, one
// whose rotation was switched off, and a replica.
func secretPages(in ask) string {
	if in.Get("NextToken") != "" {
		return `{"SecretList":[
			{"ARN":"` + arnOfSecret + `off","Name":"off","RotationEnabled":false,"RotationRules":{"AutomaticallyAfterDays":1},"CreatedDate":1767225600},
			{"ARN":"` + arnOfSecret + `copy","Name":"copy","PrimaryRegion":"us-east-1"}]}`
	}
	return `{"NextToken":"more","SecretList":[
		{"ARN":"` + arnOfSecret + `days","Name":"days","PrimaryRegion":"eu-west-1","RotationEnabled":true,"RotationRules":{"AutomaticallyAfterDays":30,"Duration":"3h"},
		 "RotationLambdaARN":"arn:aws:lambda:eu-west-1:123456789012:function:rotate","KmsKeyId":"arn:aws:kms:eu-west-1:123456789012:key/a",
		 "CreatedDate":1767225600,"LastChangedDate":1767312000,"LastAccessedDate":1767312000,"LastRotatedDate":1767312000,"NextRotationDate":1769904000},
		{"ARN":"` + arnOfSecret + `schedule","Name":"schedule","RotationEnabled":true,"RotationRules":{"AutomaticallyAfterDays":10,"ScheduleExpression":"rate(365 days)"}},
		{"ARN":"` + arnOfSecret + `silent","Name":"silent","RotationEnabled":true}]}`
}

func policyOfSecret(in ask) string {
	switch in.Get("SecretId") {
	case arnOfSecret + "days":
		return `{"ResourcePolicy":"{\"Version\":\"2012-10-17\",\"Statement\":[]}"}`
	case arnOfSecret + "schedule":
		return "error AccessDeniedException"
	}
	return `{}`
}

func TestSecrets(t *testing.T) {
	set := (&fake{answers: answers{"ListSecrets": secretPages, "GetResourcePolicy": policyOfSecret}}).audit(t, secretTypes)
	const silent = "unknown: secretsmanager:ListSecrets"
	lambda, key := "arn:aws:lambda:eu-west-1:123456789012:function:rotate", "arn:aws:kms:eu-west-1:123456789012:key/a"
	secret := func(name string, key, policy any) map[string]any {
		return map[string]any{
			"id": arnOfSecret + name, "arn": arnOfSecret + name, "name": name, "name_prefix": nil, "region": "eu-west-1", "description": nil, "kms_key_id": key, "policy": policy, "tags_all": map[string]any{},
		}
	}
	status := func(name string, rotates bool, created, changed, rotated, next, accessed any) map[string]any {
		return map[string]any{
			"secret_id": arnOfSecret + name, "name": name, "rotation_enabled": rotates, "created_date": created, "last_changed_date": changed,
			"last_rotated_date": rotated, "next_rotation_date": next, "last_accessed_date": accessed, "tags_all": map[string]any{},
		}
	}
	rotation := func(name string, lambda, rules any) map[string]any {
		return map[string]any{
			"id": arnOfSecret + name, "secret_id": arnOfSecret + name, "region": "eu-west-1", "rotation_enabled": true, "rotation_lambda_arn": lambda, "rotation_rules": rules,
		}
	}
	want := map[string]map[string]any{
		"aws_secretsmanager_secret days":            secret("days", key, `{"Version":"2012-10-17","Statement":[]}`),
		"aws_secretsmanager_secret schedule":        secret("schedule", nil, "unknown: secretsmanager:GetResourcePolicy: access was denied"),
		"aws_secretsmanager_secret silent":          secret("silent", nil, nil),
		"aws_secretsmanager_secret off":             secret("off", nil, nil),
		"aws_secretsmanager_secret_status days":     status("days", true, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-02T00:00:00Z", "2026-02-01T00:00:00Z", "2026-01-02T00:00:00Z"),
		"aws_secretsmanager_secret_status schedule": status("schedule", true, silent, silent, nil, nil, nil),
		"aws_secretsmanager_secret_status silent":   status("silent", true, silent, silent, nil, nil, nil),
		"aws_secretsmanager_secret_status off":      status("off", false, "2026-01-01T00:00:00Z", silent, nil, nil, nil),
		"aws_secretsmanager_secret_rotation days": rotation("days", lambda, []any{
			map[string]any{"automatically_after_days": 30, "schedule_expression": nil, "duration": "3h"},
		}),
		"aws_secretsmanager_secret_rotation schedule": rotation("schedule", nil, []any{
			map[string]any{"automatically_after_days": nil, "schedule_expression": "rate(365 days)", "duration": nil},
		}),
		"aws_secretsmanager_secret_rotation silent": rotation("silent", nil, silent),
	}
	if diff := cmp.Diff(want, set.values(), loosely); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 secretsmanager:GetResourcePolicy of schedule: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

func TestSecretsDenied(t *testing.T) {
	set := (&fake{}).audit(t, []string{"aws_secretsmanager_secret"})
	want := []string{"eu-west-1 secretsmanager:ListSecrets: aws_secretsmanager_secret aws_secretsmanager_secret_rotation aws_secretsmanager_secret_status"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" || len(set.Resources) > 0 {
		t.Error(diff, set.values())
	}
}
