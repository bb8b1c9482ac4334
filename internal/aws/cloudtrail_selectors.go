package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/cloudtrail"
	"github.com/aws/aws-sdk-go-v2/service/cloudtrail/types"
)

// selectors enters which events a trail records. None at all is a trail that was
// never told: it records all management events and no data events, as the provider
// has it.
// Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
func (t trail) selectors(ctx context.Context, p *place, it *item) {
	basic, advanced := "event_selector", "advanced_event_selector"
	if t.foreign {
		// The listing tells a member account whether there are any, nothing more.
		if or(t.HasCustomEventSelectors, true) {
			f := &failure{op: getEventSelectors, kind: "elsewhere"}
			it.attrs[basic], it.attrs[advanced] = f, f
		} else {
			it.attrs[basic], it.attrs[advanced] = []attrs{}, []attrs{}
		}
		return
	}
	out, r, err := get(ctx, p, getEventSelectors, it.name, p.cloudtrail().GetEventSelectors, &cloudtrail.GetEventSelectorsInput{TrailName: &t.arn})
	it.reads[basic], it.reads[advanced] = r, r
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		it.attrs[basic], it.attrs[advanced] = f, f
		return
	}
	if out.EventSelectors == nil && len(out.AdvancedEventSelectors) == 0 { // one of them is always answered
		it.attrs[basic], it.attrs[advanced] = missing(), missing()
		return
	}
	it.attrs[basic], it.attrs[advanced] = basicSelectors(out.EventSelectors), advancedSelectors(out.AdvancedEventSelectors)
}

// basicSelectors are as they were set or, for a trail that was never told, as AWS
// answers then: with the defaults written out.
// Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html
func basicSelectors(all []types.EventSelector) []attrs {
	out := []attrs{}
	for _, s := range all {
		resources := []attrs{}
		for _, r := range s.DataResources {
			resources = append(resources, attrs{"type": r.Type, "values": r.Values})
		}
		out = append(out, attrs{
			"read_write_type": s.ReadWriteType, "include_management_events": s.IncludeManagementEvents,
			"exclude_management_event_sources": texts(s.ExcludeManagementEventSources), "data_resource": resources,
		})
	}
	return out
}

func advancedSelectors(all []types.AdvancedEventSelector) []attrs {
	out := []attrs{}
	for _, s := range all {
		fields := []attrs{}
		for _, f := range s.FieldSelectors {
			fields = append(fields, attrs{
				"field": f.Field, "equals": f.Equals, "starts_with": f.StartsWith, "ends_with": f.EndsWith,
				"not_equals": f.NotEquals, "not_starts_with": f.NotStartsWith, "not_ends_with": f.NotEndsWith,
			})
		}
		out = append(out, attrs{"name": optional(s.Name), "field_selector": fields})
	}
	return out
}
