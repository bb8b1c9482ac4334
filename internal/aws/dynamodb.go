package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// A table that was deleted after it was listed is absent.
// Source: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
var (
	listTables                = operation{service: "dynamodb", name: "ListTables"}
	describeTable             = operation{service: "dynamodb", name: "DescribeTable", absent: []string{"ResourceNotFoundException"}}
	describeContinuousBackups = operation{service: "dynamodb", name: "DescribeContinuousBackups", absent: []string{"TableNotFoundException"}}
	listTagsOfTable           = operation{service: "dynamodb", name: "ListTagsOfResource", absent: []string{"ResourceNotFoundException"}}
)

func dynamodbParts() []part {
	return []part{{
		types: []string{"aws_dynamodb_table"}, uses: []operation{listTables, describeTable, describeContinuousBackups, listTagsOfTable}, run: readTables,
	}}
}

func readTables(ctx context.Context, p *place) {
	client := dynamodb.NewFromConfig(p.config())
	names := map[string]read{}
	var order []string
	list(ctx, p, listTables, dynamodb.NewListTablesPaginator(client, &dynamodb.ListTablesInput{}), func(page *dynamodb.ListTablesOutput, r read) {
		for _, name := range page.TableNames {
			names[name] = r
			order = append(order, name)
		}
	})
	forEach(ctx, order, func(ctx context.Context, name string) { readTable(ctx, p, client, name, names[name]) })
}

// readTable makes three calls. One that fails leaves unknown what it would have shown.
func readTable(ctx context.Context, p *place, client *dynamodb.Client, name string, listed read) {
	arn := p.arn("dynamodb", "table/"+name)
	out, described, err := get(ctx, p, describeTable, name, client.DescribeTable, &dynamodb.DescribeTableInput{TableName: &name})
	if isAbsent(err) {
		return
	}
	it := item{typ: "aws_dynamodb_table", name: name, arn: arn, read: described, unread: asFailure(err), attrs: attrs{}}
	if p.lostOne(described, err); err != nil {
		it.read = listed
	} else if out.Table != nil {
		it.attrs = tableAttrs(*out.Table)
	}
	for k, v := range (attrs{"id": name, "name": name, "arn": arn, "region": p.region}) {
		it.attrs[k] = v
	}
	recovery, recovered := recoveryOf(ctx, p, client, name)
	tags, tagged := tableTags(ctx, p, client, name, arn)
	it.attrs["point_in_time_recovery"], it.attrs["tags_all"] = recovery, tags
	it.reads = map[string]read{"point_in_time_recovery": recovered, "tags_all": tagged}
	p.emit(it)
}

// tableAttrs has no block for encryption where the answer has none: the table is
// then encrypted with a key that DynamoDB owns.
// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
func tableAttrs(t types.TableDescription) attrs {
	encryption := []attrs{}
	if e := t.SSEDescription; e != nil {
		on := e.Status == types.SSEStatusEnabled || e.Status == types.SSEStatusUpdating
		encryption = append(encryption, attrs{"enabled": on, "kms_key_arn": optional(e.KMSMasterKeyArn)})
	}
	a := attrs{
		"deletion_protection_enabled": t.DeletionProtectionEnabled,
		"server_side_encryption":      encryption, "billing_mode": string(types.BillingModeProvisioned), "table_class": string(types.TableClassStandard),
	}
	if b := t.BillingModeSummary; b != nil {
		a["billing_mode"] = b.BillingMode
	}
	if c := t.TableClassSummary; c != nil {
		a["table_class"] = c.TableClass
	}
	return a
}

func recoveryOf(ctx context.Context, p *place, client *dynamodb.Client, name string) (any, read) {
	out, r, err := get(ctx, p, describeContinuousBackups, name, client.DescribeContinuousBackups, &dynamodb.DescribeContinuousBackupsInput{TableName: &name})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	}
	if err != nil || out.ContinuousBackupsDescription == nil || out.ContinuousBackupsDescription.PointInTimeRecoveryDescription == nil {
		return missing(), r
	}
	d := out.ContinuousBackupsDescription.PointInTimeRecoveryDescription
	block := attrs{"enabled": (*bool)(nil), "recovery_period_in_days": optional(d.RecoveryPeriodInDays)}
	if d.PointInTimeRecoveryStatus != "" {
		block["enabled"] = d.PointInTimeRecoveryStatus == types.PointInTimeRecoveryStatusEnabled
	}
	return []attrs{block}, r
}

// tableTags reads all pages; the SDK has no paginator for them.
func tableTags(ctx context.Context, p *place, client *dynamodb.Client, name, arn string) (any, read) {
	var all []types.Tag
	in := &dynamodb.ListTagsOfResourceInput{ResourceArn: &arn}
	for {
		out, r, err := get(ctx, p, listTagsOfTable, name, client.ListTagsOfResource, in)
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			return f, r
		}
		if err != nil {
			return missing(), r
		}
		all = append(all, out.Tags...)
		if or(out.NextToken, "") == "" {
			return tagsOf(all, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), r
		}
		in.NextToken = out.NextToken
	}
}
