package aws_test

import (
	"testing"

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
