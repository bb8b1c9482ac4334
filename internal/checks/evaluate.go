package checks

import (
	"context"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// EvalOptions say how to judge.
type EvalOptions struct {
	// Now is the time of observation, data.now (RFC 3339) for policies.
	Now time.Time
	// WholeAccount tells that all roots of the set are one closed account.
	WholeAccount bool
	// Parallelism is the number of workers; 0 means one for each CPU.
	Parallelism int
}

// Result is what the policies said about a set.
type Result struct {
	// Findings in finding.Compare order, passes included.
	Findings []finding.Finding
	// RuleErrors are policies that broke: they have no findings and the run is incomplete.
	RuleErrors []RuleError
	// UnjudgedTypes counts the resources of types that no loaded policy judges or relates.
	UnjudgedTypes []finding.Count
	// Judged counts the resources that at least one policy judged.
	Judged int
	// RulesEvaluated counts the rules that judged something.
	RulesEvaluated int
	// Parameters are those that were set to another value than the default.
	Parameters []finding.Parameter
}

// RuleError is a policy that could not be compiled or failed at run time.
type RuleError struct {
	Rule   string
	Source string
	Err    error
}

// Gap is the error as a report shows it.
func (e RuleError) Gap() finding.Gap {
	return finding.Gap{
		Kind: resource.GapPolicy, What: e.Rule, Why: e.Err.Error(), File: e.Source,
		Settle: "correct the policy; `hipaactl policy test` runs its tests",
	}
}

// Evaluate judges every resource of the set. The set is not changed. It ends
// early, with what stands so far, when ctx is done.
func (p *Policies) Evaluate(ctx context.Context, set *resource.Set, o EvalOptions) Result {
	return Result{}
}
