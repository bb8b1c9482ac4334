package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

func TestLifecyclePolicies(t *testing.T) {
	s := &fake{answers: answers{
		"GetLifecyclePolicies": `{"Policies": [{"PolicyId": "policy-1", "State": "ENABLED", "Tags": {"team": "ops"}}, {"PolicyId": "policy-2", "State": "ENABLED"}]}`,
		"GetLifecyclePolicy /policies/policy-1": `{"Policy": {"PolicyId": "policy-1", "PolicyArn": "arn:aws:dlm:eu-west-1:123456789012:policy/policy-1", "PolicyDetails": {
			"Schedules": [{"Name": "daily", "CrossRegionCopyRules": [{"Encrypted": false}, {"CmkArn": "arn:aws:kms:x"}]}],
			"Actions": [{"Name": "copy", "CrossRegionCopy": [{"EncryptionConfiguration": {"Encrypted": true}}]}]}}}`,
	}}
	result := s.audit(t, []string{"aws_dlm_lifecycle_policy"})
	if len(result.Resources) != 2 {
		t.Fatalf("%d resources: %v", len(result.Resources), result.Gaps)
	}
	details := result.Resources[0].Values.GetAttr("policy_details").Index(cty.NumberIntVal(0))
	rules := details.GetAttr("schedule").Index(cty.NumberIntVal(0)).GetAttr("cross_region_copy_rule").AsValueSlice()
	if got := rules[0].GetAttr("encrypted"); !got.RawEquals(cty.False) {
		t.Errorf("encrypted is %#v", got)
	}
	if got := rules[1].GetAttr("encrypted"); got.IsKnown() {
		t.Errorf("encrypted was not answered and is %#v", got)
	}
	copies := details.GetAttr("action").Index(cty.NumberIntVal(0)).GetAttr("cross_region_copy").AsValueSlice()
	if got := copies[0].GetAttr("encryption_configuration").Index(cty.NumberIntVal(0)).GetAttr("encrypted"); !got.RawEquals(cty.True) {
		t.Errorf("encrypted is %#v", got)
	}
	denied := result.Resources[1]
	if denied.Values.Type().HasAttribute("policy_details") || denied.Unread.What != "dlm:GetLifecyclePolicy" {
		t.Errorf("a policy that may not be read says %v", denied.Unread)
	}
	if len(result.Gaps) != 1 || !result.Gaps[0].Settled {
		t.Errorf("gaps %v", result.Gaps)
	}
}

func TestWhatLifecyclePoliciesTake(t *testing.T) {
	s := &fake{answers: answers{
		"GetLifecyclePolicies": `{"Policies": [{"PolicyId": "custom", "State": "ENABLED"}, {"PolicyId": "default", "State": "ENABLED"}]}`,
		"GetLifecyclePolicy /policies/custom": `{"Policy": {"PolicyArn": "arn:custom", "PolicyDetails": {"PolicyType": "EBS_SNAPSHOT_MANAGEMENT", "ResourceTypes": ["INSTANCE"],
			"TargetTags": [{"Key": "Backup", "Value": "daily"}], "Parameters": {"ExcludeDataVolumeTags": [{"Key": "Scratch", "Value": "true"}]}}}}`,
		"GetLifecyclePolicy /policies/default": `{"Policy": {"PolicyArn": "arn:default", "DefaultPolicy": true, "PolicyDetails": {"PolicyType": "EBS_SNAPSHOT_MANAGEMENT", "ResourceType": "VOLUME",
			"Exclusions": {"ExcludeBootVolumes": true}}}}`,
	}}
	set := s.audit(t, []string{"aws_dlm_lifecycle_policy"})
	for name, want := range map[string]struct {
		byDefault any
		details   map[string]any
	}{
		"custom": {nil, map[string]any{
			"resource_types": []any{"INSTANCE"}, "target_tags": map[string]any{"Backup": "daily"}, "exclusions": []any{},
			"parameters": []any{map[string]any{"exclude_boot_volume": true, "no_reboot": nil}},
		}},
		"default": {"VOLUME", map[string]any{
			"resource_types": []any{}, "target_tags": map[string]any{}, "parameters": []any{},
			"exclusions": []any{map[string]any{"exclude_boot_volumes": true, "exclude_tags": map[string]any{}, "exclude_volume_types": []any{}}},
		}},
	} {
		r := set.one(t, "aws_dlm_lifecycle_policy", name)
		holds(t, r, map[string]any{"default_policy": want.byDefault})
		if diff := cmp.Diff(want.details, firstOf(t, r, "policy_details", "resource_types", "target_tags", "exclusions", "parameters"), loosely); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAttachments(t *testing.T) {
	set := (&fake{answers: answers{"DescribeVolumes": `<volumeSet><item><volumeId>vol-1</volumeId><attachmentSet>
		<item><instanceId>i-1</instanceId><device>/dev/sdf</device><status>attached</status></item><item><instanceId>i-2</instanceId><status>detaching</status></item>
		<item><status>attached</status></item></attachmentSet></item><item><volumeId>vol-2</volumeId></item></volumeSet>`}}).audit(t, []string{"aws_volume_attachment"})
	holds(t, set.one(t, "aws_volume_attachment", "vol-1 i-1"), map[string]any{"volume_id": "vol-1", "instance_id": "i-1", "device_name": "/dev/sdf"})
	if names := set.names("aws_volume_attachment"); len(names) != 1 {
		t.Errorf("attached to nothing: %v", names)
	}
}
