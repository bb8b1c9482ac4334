package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager/types"
)

// A secret that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
var (
	listSecrets     = operation{service: "secretsmanager", name: "ListSecrets"}
	getSecretPolicy = operation{service: "secretsmanager", name: "GetResourcePolicy", absent: []string{"ResourceNotFoundException"}}
)

func secretsmanagerParts() []part {
	return []part{{
		types: []string{"aws_secretsmanager_secret", "aws_secretsmanager_secret_rotation", "aws_secretsmanager_secret_status"},
		uses:  []operation{listSecrets, getSecretPolicy}, run: readSecrets,
	}}
}

// readSecrets reads what there is to say about secrets, never a value. Secrets that
// are about to be deleted are not listed.
func readSecrets(ctx context.Context, p *place) {
	type listed struct {
		types.SecretListEntry
		read read
	}
	var all []listed
	client := secretsmanager.NewFromConfig(p.config())
	pages := secretsmanager.NewListSecretsPaginator(client, &secretsmanager.ListSecretsInput{MaxResults: sdk.Int32(100)})
	list(ctx, p, listSecrets, pages, func(page *secretsmanager.ListSecretsOutput, r read) {
		for _, s := range page.SecretList {
			if or(s.PrimaryRegion, p.region) == p.region {
				all = append(all, listed{s, r})
			}
		}
	})
	forEach(ctx, all, func(ctx context.Context, s listed) {
		p.emitSecret(s.SecretListEntry, s.read)
		if p.wants("aws_secretsmanager_secret") {
			p.emitSecretItself(ctx, client, s.SecretListEntry, s.read)
		}
	})
}

// emitSecretItself asks for the policy as well, without which nobody of another account has access.
// Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html
func (p *place) emitSecretItself(ctx context.Context, client *secretsmanager.Client, s types.SecretListEntry, r read) {
	name := or(s.Name, "")
	it := item{typ: "aws_secretsmanager_secret", name: name, arn: or(s.ARN, ""), read: r, attrs: attrs{
		"id": s.ARN, "arn": s.ARN, "name": s.Name, "name_prefix": nil, "region": p.region, "description": optional(s.Description),
		"kms_key_id": optional(s.KmsKeyId), "tags_all": tagsOfSecret(s), // no key: the AWS managed one
	}}
	out, of, err := get(ctx, p, getSecretPolicy, name, client.GetResourcePolicy, &secretsmanager.GetResourcePolicyInput{SecretId: s.ARN})
	if isAbsent(err) {
		return
	}
	it.reads = map[string]read{"policy": of}
	if f := asFailure(err); f != nil {
		p.lostOne(of, f)
		it.attrs["policy"] = f
	} else {
		it.attrs["policy"] = optional(out.ResourcePolicy)
	}
	p.emit(it)
}

func tagsOfSecret(s types.SecretListEntry) map[string]string {
	return tagsOf(s.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value })
}

// emitSecret emits a secret as Terraform splits it. Replicas never come here: they
// belong to the primary secret, which is the one that rotates. An answer that does
// not say whether a secret rotates means that it never was set up to.
// Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
func (p *place) emitSecret(s types.SecretListEntry, r read) {
	name, arn := or(s.Name, ""), or(s.ARN, "")
	rotates := or(s.RotationEnabled, false)
	p.emitWanted(item{typ: "aws_secretsmanager_secret_status", name: name, arn: arn, read: r, attrs: attrs{
		"secret_id": s.ARN, "name": s.Name, "rotation_enabled": rotates, "tags_all": tagsOfSecret(s),
		"created_date": s.CreatedDate, "last_changed_date": s.LastChangedDate,
		"last_rotated_date": optional(s.LastRotatedDate), "next_rotation_date": optional(s.NextRotationDate),
		"last_accessed_date": optional(s.LastAccessedDate), // left out of what was never read
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
