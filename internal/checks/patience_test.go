package checks_test

import (
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestEndlessPolicyIsBroken holds that a policy that would run for hours costs itself alone.
func TestEndlessPolicyIsBroken(t *testing.T) {
	const endless = `deny contains {"paths": ["a"], "message": "no"} if {
	some x in numbers.range(1, 1000000)
	some y in numbers.range(1, 1000000)
	x + y < 0
}`
	p := one(t, custom("resources: {aws_thing: {a: bool}}", endless))
	set := &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"a": cty.True})}}
	r := p.Evaluate(t.Context(), set, checks.EvalOptions{Now: noon, Patience: 20 * time.Millisecond})
	if len(r.Findings) > 0 || len(r.RuleErrors) != 1 || !strings.Contains(r.RuleErrors[0].Gap().Why, "did not answer within 20ms") {
		t.Errorf("%d findings, errors %v", len(r.Findings), r.RuleErrors)
	}
}
