package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dlm"
	"github.com/aws/aws-sdk-go-v2/service/dlm/types"
)

var (
	getLifecyclePolicies = operation{service: "dlm", name: "GetLifecyclePolicies"}
	getLifecyclePolicy   = operation{service: "dlm", name: "GetLifecyclePolicy"}
)

func dlmParts() []part {
	return []part{{
		types: []string{"aws_dlm_lifecycle_policy"}, uses: []operation{getLifecyclePolicies, getLifecyclePolicy}, run: readLifecyclePolicies,
	}}
}

// readLifecyclePolicies lists the policies, which the API does in one answer, and
// asks for each what it does: one call a policy.
func readLifecyclePolicies(ctx context.Context, p *place) {
	client := dlm.NewFromConfig(p.config())
	out, _, err := get(ctx, p, getLifecyclePolicies, "", client.GetLifecyclePolicies, &dlm.GetLifecyclePoliciesInput{})
	if p.lost(getLifecyclePolicies, "", err) || err != nil {
		return
	}
	forEach(ctx, out.Policies, func(ctx context.Context, s types.LifecyclePolicySummary) {
		id := or(s.PolicyId, "")
		it := item{typ: "aws_dlm_lifecycle_policy", name: id, arn: p.arn("dlm", "policy/"+id), attrs: attrs{"id": id, "state": s.State, "tags_all": s.Tags}}
		answer, r, err := get(ctx, p, getLifecyclePolicy, id, client.GetLifecyclePolicy, &dlm.GetLifecyclePolicyInput{PolicyId: s.PolicyId})
		if isGone(err) {
			return
		}
		it.read = r
		switch f := asFailure(err); {
		case f != nil:
			it.unread = f
			p.lostOne(r, f)
		case answer.Policy == nil || answer.Policy.PolicyDetails == nil:
			it.attrs["policy_details"] = missing()
		default:
			it.attrs["arn"] = answer.Policy.PolicyArn
			it.attrs["policy_details"] = []attrs{policyDetails(answer.Policy.PolicyDetails)}
			it.attrs["default_policy"] = nil
			if or(answer.Policy.DefaultPolicy, false) {
				it.attrs["default_policy"] = answer.Policy.PolicyDetails.ResourceType
			}
		}
		p.emit(it)
	})
}

func policyDetails(d *types.PolicyDetails) attrs {
	schedules, actions := []attrs{}, []attrs{}
	for _, s := range d.Schedules {
		rules := []attrs{}
		for _, r := range s.CrossRegionCopyRules {
			rules = append(rules, attrs{"encrypted": r.Encrypted, "cmk_arn": optional(r.CmkArn)})
		}
		schedules = append(schedules, attrs{"name": optional(s.Name), "cross_region_copy_rule": rules})
	}
	for _, a := range d.Actions {
		copies := []attrs{}
		for _, c := range a.CrossRegionCopy {
			encryption := []attrs{}
			if e := c.EncryptionConfiguration; e != nil {
				encryption = append(encryption, attrs{"encrypted": e.Encrypted, "cmk_arn": optional(e.CmkArn)})
			}
			copies = append(copies, attrs{"encryption_configuration": encryption})
		}
		actions = append(actions, attrs{"name": a.Name, "cross_region_copy": copies})
	}
	exclusions, parameters := []attrs{}, []attrs{}
	if e := d.Exclusions; e != nil && (or(e.ExcludeBootVolumes, false) || len(e.ExcludeTags)+len(e.ExcludeVolumeTypes) > 0) {
		exclusions = append(exclusions, attrs{
			"exclude_boot_volumes": optional(e.ExcludeBootVolumes), "exclude_volume_types": e.ExcludeVolumeTypes,
			"exclude_tags": tagsOf(e.ExcludeTags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }),
		})
	}
	if p := d.Parameters; p != nil {
		// Disks that are left out by tags are left out as well; the provider has no argument for those.
		parameters = append(parameters, attrs{"exclude_boot_volume": or(p.ExcludeBootVolume, false) || len(p.ExcludeDataVolumeTags) > 0, "no_reboot": optional(p.NoReboot)})
	}
	return attrs{
		"schedule": schedules, "action": actions, "exclusions": exclusions, "parameters": parameters, "policy_type": optional(d.PolicyType),
		"resource_type": optional(d.ResourceType), "resource_types": texts(d.ResourceTypes),
		"target_tags": tagsOf(d.TargetTags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }),
	}
}
