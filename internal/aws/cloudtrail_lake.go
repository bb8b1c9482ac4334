package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
)

// UnsupportedOperationException is the answer where CloudTrail Lake does not exist.
// Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListEventDataStores.html
var (
	listEventDataStores = operation{service: "cloudtrail", name: "ListEventDataStores", absent: []string{"UnsupportedOperationException"}}
	getEventDataStore   = operation{service: "cloudtrail", name: "GetEventDataStore"}
)

func readEventDataStores(ctx context.Context, p *place) {
	client := p.cloudtrail()
	type store struct {
		name, arn string
		read      read
	}
	var all []store
	var arns []string
	list(ctx, p, listEventDataStores, cloudtrail.NewListEventDataStoresPaginator(client, &cloudtrail.ListEventDataStoresInput{}), func(page *cloudtrail.ListEventDataStoresOutput, r read) {
		for _, s := range page.EventDataStores {
			arn := or(s.EventDataStoreArn, "")
			all, arns = append(all, store{or(s.Name, arn), arn, r}), append(arns, arn)
		}
	})
	tags := trailTags(ctx, p, arns)
	forEach(ctx, all, func(ctx context.Context, s store) {
		out, r, err := get(ctx, p, getEventDataStore, s.name, client.GetEventDataStore, &cloudtrail.GetEventDataStoreInput{EventDataStore: &s.arn})
		if isGone(err) {
			return
		}
		it := item{typ: "aws_cloudtrail_event_data_store", name: s.name, arn: s.arn, read: r, reads: map[string]read{"tags_all": tags[s.arn].read}}
		it.attrs = attrs{"name": s.name, "id": s.arn, "arn": s.arn, "tags_all": tags[s.arn].tags}
		if f := asFailure(err); f != nil {
			it.unread = f
			p.lostOne(r, f)
		} else {
			it.attrs["kms_key_id"] = optional(out.KmsKeyId)
			it.attrs["multi_region_enabled"], it.attrs["organization_enabled"] = out.MultiRegionEnabled, out.OrganizationEnabled
			it.attrs["retention_period"], it.attrs["termination_protection_enabled"] = out.RetentionPeriod, out.TerminationProtectionEnabled
			it.attrs["advanced_event_selector"] = advancedSelectors(out.AdvancedEventSelectors)
		}
		p.emit(it)
	})
}
