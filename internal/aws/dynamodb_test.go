package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTables(t *testing.T) {
	byTable := func(of map[string]string) func(ask) string {
		return func(in ask) string { return of[in.Get("TableName")] }
	}
	s := &fake{answers: answers{
		"ListTables": func(in ask) string {
			if in.Get("ExclusiveStartTableName") == "" {
				return `{"TableNames":["orders","plain"],"LastEvaluatedTableName":"plain"}`
			}
			return `{"TableNames":["gone","closed"]}`
		},
		"DescribeTable": byTable(map[string]string{
			"orders": `{"Table":{"TableName":"orders","DeletionProtectionEnabled":true,"SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"k"},"BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST"}}}`,
			"plain":  `{"Table":{"TableName":"plain","DeletionProtectionEnabled":false}}`,
			"gone":   "error com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "closed": "error AccessDeniedException",
		}),
		"DescribeContinuousBackups": byTable(map[string]string{
			"orders": `{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"ENABLED","RecoveryPeriodInDays":35}}}`,
			"plain":  "error AccessDeniedException",
			"closed": `{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}`,
		}),
		"ListTagsOfResource": func(in ask) string {
			switch in.Get("ResourceArn") + in.Get("NextToken") {
			case "arn:aws:dynamodb:eu-west-1:123456789012:table/orders":
				return `{"Tags":[{"Key":"DataClass","Value":"PHI"}],"NextToken":"+2"}`
			case "arn:aws:dynamodb:eu-west-1:123456789012:table/orders+2":
				return `{"Tags":[{"Key":"team","Value":"billing"}]}`
			case "arn:aws:dynamodb:eu-west-1:123456789012:table/plain":
				return `{"Tags":[]}`
			}
			return "error AccessDeniedException"
		},
	}}
	set := s.audit(t, []string{"aws_dynamodb_table"})
	root := "aws_dynamodb_table "
	const lost = "access was denied"
	set.check(t, map[string]map[string]any{
		root + "orders": {
			"name": "orders", "id": "orders", "arn": "arn:aws:dynamodb:eu-west-1:123456789012:table/orders", "deletion_protection_enabled": true, "billing_mode": "PAY_PER_REQUEST",
			"server_side_encryption": []any{map[string]any{"enabled": true, "kms_key_arn": "k"}},
			"point_in_time_recovery": []any{map[string]any{"enabled": true, "recovery_period_in_days": 35}},
			"tags_all":               map[string]any{"DataClass": "PHI", "team": "billing"},
		},
		root + "plain": {
			"deletion_protection_enabled": false, "server_side_encryption": []any{}, "tags_all": map[string]any{},
			"point_in_time_recovery": "unknown: dynamodb:DescribeContinuousBackups: " + lost,
		},
		root + "closed": {
			"name": "closed", "point_in_time_recovery": []any{map[string]any{"enabled": false, "recovery_period_in_days": nil}},
			"tags_all": "unknown: dynamodb:ListTagsOfResource: " + lost, "unread": "dynamodb:DescribeTable",
		},
	})
	if diff := cmp.Diff([]string{
		"eu-west-1 dynamodb:DescribeContinuousBackups of plain: settled", "eu-west-1 dynamodb:DescribeTable of closed: settled",
		"eu-west-1 dynamodb:ListTagsOfResource of closed: settled",
	}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
