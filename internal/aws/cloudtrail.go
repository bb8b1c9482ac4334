package aws

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/arn"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"
)

// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html
var (
	describeTrails    = operation{service: "cloudtrail", name: "DescribeTrails"}
	getTrailStatus    = operation{service: "cloudtrail", name: "GetTrailStatus"}
	getEventSelectors = operation{service: "cloudtrail", name: "GetEventSelectors"}
	listTrailTags     = operation{service: "cloudtrail", name: "ListTags"}
	listTrails        = operation{service: "cloudtrail", name: "ListTrails"}
)

// trailTagBatch is how many resources one ListTags call may name.
// Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListTags.html
const trailTagBatch = 20

func cloudtrailParts() []part {
	return []part{
		{
			types: []string{"aws_cloudtrail", "aws_cloudtrail_status"}, global: true, everywhere: true, run: readTrails,
			uses: []operation{describeTrails, getTrailStatus, getEventSelectors, listTrailTags, listTrails},
		},
		{types: []string{"aws_cloudtrail_event_data_store"}, uses: []operation{listEventDataStores, getEventDataStore, listTrailTags}, run: readEventDataStores},
	}
}

func (p *place) cloudtrail() *cloudtrail.Client { return cloudtrail.NewFromConfig(p.config()) }

// trail is one trail as some Region shows it. Trails of all Regions and those of
// the organization show as shadows in other Regions and in member accounts.
type trail struct {
	types.Trail
	arn, home string
	// foreign tells that another account, the organization's, owns it.
	foreign bool
	read    read
}

// trails are those of all Regions that are read, each once, by ARN. They are asked
// for with their shadows: else a member account does not show the organization's
// trail, nor a Region one that was made in a Region which is not read.
func trails(ctx context.Context, p *place) []trail {
	regions := p.trailRegions(ctx)
	var mu sync.Mutex
	found := map[string]trail{}
	forEach(ctx, regions, func(ctx context.Context, region string) {
		here := p.in(region)
		out, r, err := get(ctx, here, describeTrails, "", here.cloudtrail().DescribeTrails, &cloudtrail.DescribeTrailsInput{IncludeShadowTrails: sdk.Bool(true)})
		if here.lost(describeTrails, "", err) {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		for _, one := range out.TrailList {
			t := trail{Trail: one, arn: or(one.TrailARN, ""), home: or(one.HomeRegion, region), read: r}
			if a, err := arn.Parse(t.arn); err == nil {
				t.foreign = a.AccountID != p.account.id
			}
			if old, ok := found[t.arn]; !ok || t.before(old) {
				found[t.arn] = t
			}
		}
	})
	return slices.SortedFunc(maps.Values(found), func(a, b trail) int { return cmp.Compare(a.arn, b.arn) })
}

// before prefers the Region that a trail was made in, so that what is reported does
// not depend on which Region answered first.
func (t trail) before(other trail) bool {
	here, there := t.read.call.Region, other.read.call.Region
	if (here == t.home) != (there == t.home) {
		return here == t.home
	}
	return here < there
}

// trailRegions are the Regions that are read and, where the user named them, the
// others that have a trail: whether the account is recorded is a matter of all.
func (p *place) trailRegions(ctx context.Context) []string {
	regions := p.regions()
	if len(p.run.options.Regions) == 0 {
		return regions
	}
	pages := cloudtrail.NewListTrailsPaginator(p.cloudtrail(), &cloudtrail.ListTrailsInput{})
	list(ctx, p, listTrails, pages, func(page *cloudtrail.ListTrailsOutput, _ read) {
		for _, t := range page.Trails {
			if home := or(t.HomeRegion, ""); home != "" {
				regions = append(regions, home)
			}
		}
	})
	slices.Sort(regions)
	return slices.Compact(regions)
}

// regions are those of the account that are read.
func (p *place) regions() []string {
	p.run.mu.Lock()
	defer p.run.mu.Unlock()
	var out []string
	for _, s := range p.run.set.Scopes {
		if s.Scope.AccountKey == p.account.id && s.Scope.Region != "" {
			out = append(out, s.Scope.Region)
		}
	}
	slices.Sort(out)
	return out
}

func readTrails(ctx context.Context, p *place) {
	all := trails(ctx, p)
	own := map[string][]string{}
	for _, t := range all {
		if !t.foreign {
			own[t.home] = append(own[t.home], t.arn)
		}
	}
	var mu sync.Mutex
	tags := map[string]tagged{}
	forEach(ctx, slices.Sorted(maps.Keys(own)), func(ctx context.Context, region string) {
		here := trailTags(ctx, p.in(region), own[region])
		mu.Lock()
		defer mu.Unlock()
		maps.Copy(tags, here)
	})
	forEach(ctx, all, func(ctx context.Context, t trail) { t.emit(ctx, p.in(t.home), tags[t.arn]) })
}

// trailTags are the tags of trails or event data stores of one Region.
func trailTags(ctx context.Context, p *place, arns []string) map[string]tagged {
	client := p.cloudtrail()
	return tagsInBatches(ctx, p, arns, trailTagBatch, func(ctx context.Context, batch []string) (map[string]map[string]string, read, error) {
		out, r, err := get(ctx, p, listTrailTags, "", client.ListTags, &cloudtrail.ListTagsInput{ResourceIdList: batch})
		if err != nil {
			return nil, r, err
		}
		tags := map[string]map[string]string{}
		for _, one := range out.ResourceTagList {
			tags[or(one.ResourceId, "")] = tagsOf(one.TagsList, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		return tags, r, nil
	})
}

// emit enters a trail and its status. Status is told by ARN to member accounts too;
// selectors and tags are not.
// Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html
func (t trail) emit(ctx context.Context, p *place, tags tagged) {
	it := item{typ: "aws_cloudtrail", name: or(t.Name, t.arn), arn: t.arn, read: t.read, attrs: t.attrs(), reads: map[string]read{}}
	if t.foreign {
		it.name = t.arn // an own trail may have the same name
		tags.tags = &failure{op: listTrailTags, kind: "elsewhere"}
	} else {
		it.reads["tags_all"] = tags.read
	}
	it.attrs["tags_all"] = tags.tags
	t.selectors(ctx, p, &it)
	status, r, err := get(ctx, p, getTrailStatus, it.name, p.cloudtrail().GetTrailStatus, &cloudtrail.GetTrailStatusInput{Name: &t.arn})
	it.reads["enable_logging"] = r
	state := item{typ: "aws_cloudtrail_status", name: it.name, arn: t.arn, read: r, attrs: attrs{"trail_arn": t.arn}}
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.attrs["enable_logging"], state.unread = f, f
	} else {
		it.attrs["enable_logging"] = status.IsLogging
		maps.Copy(state.attrs, t.statusAttrs(status))
	}
	p.emit(it)
	p.emit(state)
}

func (t trail) attrs() attrs {
	return attrs{
		"name": t.Name, "id": t.arn, "arn": t.arn, "home_region": t.home, "is_multi_region_trail": t.IsMultiRegionTrail,
		"is_organization_trail": t.IsOrganizationTrail, "include_global_service_events": t.IncludeGlobalServiceEvents,
		"enable_log_file_validation": t.LogFileValidationEnabled, "kms_key_id": optional(t.KmsKeyId), "s3_bucket_name": t.S3BucketName,
		"s3_key_prefix": optional(t.S3KeyPrefix), "sns_topic_arn": optional(t.SnsTopicARN),
		"cloud_watch_logs_group_arn": optional(t.CloudWatchLogsLogGroupArn), "cloud_watch_logs_role_arn": optional(t.CloudWatchLogsRoleArn),
	}
}

// statusAttrs says null for what never happened. Of another account's trail a
// missing time may also not have been told.
func (t trail) statusAttrs(s *cloudtrail.GetTrailStatusOutput) attrs {
	time := func(v any) any {
		if v = optional(v); v == nil && t.foreign {
			return &failure{op: getTrailStatus, kind: "elsewhere"}
		}
		return v
	}
	return attrs{
		"is_logging": s.IsLogging, "latest_delivery_time": time(s.LatestDeliveryTime), "latest_cloudwatch_logs_delivery_time": time(s.LatestCloudWatchLogsDeliveryTime),
		"latest_delivery_error": optional(or(s.LatestDeliveryError, "")), "latest_cloudwatch_logs_delivery_error": optional(or(s.LatestCloudWatchLogsDeliveryError, "")),
	}
}
