package checks_test

import (
	"context"
	"testing"
	"time"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestCancelEndsAPolicyThatHangs cancels while Rego runs: what hangs is an error of its
// policy, and what was done before stands.
func TestCancelEndsAPolicyThatHangs(t *testing.T) {
	tests := map[string]string{
		"a loop":               `some i in numbers.range(1, 100000); some j in numbers.range(1, 100000); i * j == -1`,
		"one built-in at work": `count(numbers.range(1, 2000000000)) == 1`,
	}
	for name, condition := range tests {
		t.Run(name, func(t *testing.T) {
			p := one(t, custom("resources: {aws_thing: {a: string}}", `deny contains {"paths": ["a"], "message": "no"} if { `+condition+` }`))
			ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
			defer cancel()
			start := time.Now()
			r := p.Evaluate(ctx, &resource.Set{Resources: []*resource.Resource{res("aws_thing", "t", values{"a": str("x")})}}, checks.EvalOptions{Now: noon})
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("Evaluate went on for %v", took)
			}
			if len(r.RuleErrors) != 1 || r.RuleErrors[0].Rule != "ACME-X-001" || len(r.Findings) > 0 {
				t.Errorf("errors %v, %d findings", r.RuleErrors, len(r.Findings))
			}
		})
	}
}
