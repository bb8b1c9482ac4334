package aws

import (
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
)

// regions are those to read: the ones asked for, or all that are enabled. One
// that is asked for and not there, or not enabled, is a gap. partial tells that others may be enabled.
func (r *run) regions(ctx context.Context, a *account) (names []string, partial bool) {
	p := &place{run: r, account: a}
	asked := r.options.Regions
	out, _, err := get(ctx, p, describeRegions, "", ec2.NewFromConfig(p.config()).DescribeRegions, &ec2.DescribeRegionsInput{AllRegions: sdk.Bool(true)})
	if f := asFailure(err); f != nil {
		if len(asked) > 0 {
			r.lose(p, describeRegions.String(), f, nil) // whether they are enabled shows when they are read
			return slices.Compact(slices.Sorted(slices.Values(asked))), true
		}
		r.lose(p.in(otherRegions), describeRegions.String()+" (so only "+p.config().Region+" was read)", f, r.regionalTypes())
		return []string{p.config().Region}, true
	}
	enabled, known := map[string]bool{}, map[string]bool{}
	for _, region := range out.Regions {
		name := or(region.RegionName, "")
		if name == "" {
			r.lose(p.in(otherRegions), describeRegions.String(), &failure{op: describeRegions, kind: "unreadable"}, r.regionalTypes())
			continue
		}
		known[name] = true
		enabled[name] = or(region.OptInStatus, "opt-in-not-required") != "not-opted-in"
	}
	if len(asked) == 0 {
		for name, on := range enabled {
			if on {
				names = append(names, name)
			}
		}
		slices.Sort(names)
		return names, false
	}
	for _, name := range asked {
		switch {
		case enabled[name]:
			names = append(names, name)
		case known[name]:
			r.unreadable(a, name, &failure{op: describeRegions, kind: "disabled"})
		default:
			r.unreadable(a, name, &failure{op: describeRegions, kind: "unknown region"})
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for name, on := range enabled {
		partial = partial || on && !slices.Contains(names, name)
	}
	return names, partial
}

// otherRegions stands for the Regions whose names are not known. What is in one place
// of the account or in no Region is not affected by what they hold.
const otherRegions = "other-regions"

// regionalTypes are the wanted types that stand in Regions.
func (r *run) regionalTypes() []string {
	out := []string{}
	for _, p := range r.parts {
		if !p.global || p.everywhere {
			out = append(out, p.types...)
		}
	}
	return out
}
