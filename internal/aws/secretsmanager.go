package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
)

var listSecrets = operation{service: "secretsmanager", name: "ListSecrets"}

func secretsmanagerParts() []part {
	return []part{{
		types: []string{"aws_secretsmanager_secret", "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret_status"},
		uses:  []operation{listSecrets}, run: readSecrets,
	}}
}

// readSecrets reads what there is to say about secrets, never a value. Secrets that
// are about to be deleted are not listed.
func readSecrets(ctx context.Context, p *place) {
	pages := secretsmanager.NewListSecretsPaginator(secretsmanager.NewFromConfig(p.config()), &secretsmanager.ListSecretsInput{MaxResults: sdk.Int32(100)})
	list(ctx, p, listSecrets, pages, func(page *secretsmanager.ListSecretsOutput, r read) {
		for _, s := range page.SecretList {
			if or(s.PrimaryRegion, p.region) == p.region {
				p.emitSecret(s, r)
			}
		}
	})
}

// emitSecret emits a secret as Terraform splits it. Replicas never come here: they
// belong to the primary secret, which is the one that rotates. An answer that does
// not say whether a secret rotates means that it never was set up to.
// Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
func (p *place) emitSecret(s types.SecretListEntry, r read) {
	name, arn := or(s.Name, ""), or(s.ARN, "")
	rotates := or(s.RotationEnabled, false)
	tags := tagsOf(s.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value })
	p.emitWanted(item{typ: "aws_secretsmanager_secret", name: name, arn: arn, read: r, attrs: attrs{
		"id": s.ARN, "arn": s.ARN, "name": s.Name, "name_prefix": nil, "region": p.region, "description": optional(s.Description),
		"kms_key_id": optional(s.KmsKeyId), "tags_all": tags, // no key: the AWS managed one
	}})
	p.emitWanted(item{typ: "aws_secretsmanager_secret_status", name: name, arn: arn, read: r, attrs: attrs{
		"secret_id": s.ARN, "name": s.Name, "rotation_enabled": rotates, "tags_all": tags,
		"created_date": s.CreatedDate, "last_changed_date": s.LastChangedDate,
		"last_rotated_date": optional(s.LastRotatedDate), "next_rotation_date": optional(s.NextRotationDate),
	}})
	if !rotates {
		return // rules may be left over from a rotation that was switched off
	}
	p.emitWanted(item{typ: "aws_secretsmanager_secret_rotation", name: name, read: r, attrs: attrs{
		"id": s.ARN, "secret_id": s.ARN, "region": p.region, "rotation_enabled": true,
		"rotation_lambda_arn": optional(s.RotationLambdaARN), "rotation_rules": rotationRules(s.RotationRules),
	}})
}

// rotationRules writes a schedule as it was set: where there is an expression, the
// days are what Secrets Manager worked out from it when it last rotated the secret.
func rotationRules(rules *types.RotationRulesType) any {
	if rules == nil {
		return missing()
	}
	block := attrs{"automatically_after_days": nil, "schedule_expression": optional(rules.ScheduleExpression), "duration": optional(rules.Duration)}
	if rules.ScheduleExpression == nil {
		block["automatically_after_days"] = rules.AutomaticallyAfterDays
	}
	return []attrs{block}
}
