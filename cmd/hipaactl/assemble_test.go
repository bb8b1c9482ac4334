package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestUnprovable(t *testing.T) {
	all := len(hipaa.All())
	has := func(list []finding.Citation, id string) bool {
		for _, c := range list {
			if c.ID == id {
				return true
			}
		}
		return false
	}
	if got := unprovable(nil); len(got) != all {
		t.Errorf("without a policy %d of %d are unprovable", len(got), all)
	}
	got := unprovable([]checks.Metadata{{Citations: []string{"164.312(b)", "164.308(a)(2)"}}})
	if has(got, "164.312(b)") {
		t.Error("audit controls are cited by a policy, yet unprovable")
	}
	if !has(got, "164.308(a)(2)") || len(got) != all-1 {
		t.Error("naming a security official is for people, whatever cites it")
	}
}

func TestRulesOfJoinsHalves(t *testing.T) {
	list := []checks.Metadata{
		{ID: "R-1", Title: "half on the account", Scope: checks.ScopeAccount, Remediation: "Declare one.", Citations: []string{"164.312(b)"}, Assertions: map[string]checks.Assertion{"a": {Title: "A"}}},
		{ID: "R-1", Title: "half on resources", Scope: checks.ScopeResource, Remediation: "Set it.", Citations: []string{"164.312(b)", "164.312(d)"}, Params: map[string]checks.Param{"days": {Default: 7.0}, "kind": {Default: "x"}}},
		{ID: "R-2", Title: "without findings"},
	}
	result := checks.Result{
		Findings:   []finding.Finding{{Rule: "R-1"}},
		Parameters: []finding.Parameter{{Rule: "R-1", Name: "days", Value: 3.0}},
	}
	want := map[string]finding.Rule{"R-1": {
		Title: "half on resources", Remediation: "Set it. For the account as a whole: Declare one.",
		Citations: []finding.Citation{
			{ID: "164.312(b)", Title: "Audit controls", Kind: "standard"},
			{ID: "164.312(d)", Title: "Person or entity authentication", Kind: "standard"},
		},
		Assertions: map[string]string{"a": "A"}, Params: map[string]any{"days": 3.0, "kind": "x"},
	}}
	if d := cmp.Diff(want, rulesOf(list, result)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestCounts(t *testing.T) {
	set := &resource.Set{Resources: []*resource.Resource{
		{Address: resource.Address{Type: "aws_s3_bucket"}, Values: cty.EmptyObjectVal},
		{Address: resource.Address{Type: "aws_s3_bucket_versioning"}, InlineOf: resource.Address{Type: "aws_s3_bucket"}},
		{Address: resource.Address{Type: "aws_vpc", Data: true}},
	}}
	if got := countResources(set); got != 1 {
		t.Errorf("%d resources, want 1: data sources and inline blocks are none", got)
	}
	a, b := finding.Cause{What: "var.a"}, finding.Cause{What: "var.b"}
	got := unknownByCause([]finding.Finding{
		{Status: finding.Unknown, Causes: []finding.Cause{a, b, b}},
		{Status: finding.Unknown, Causes: []finding.Cause{b}},
		{Status: finding.Unknown},
		{Status: finding.Fail, Causes: []finding.Cause{a}},
	})
	want := []finding.Count{{Name: "var.b", Count: 2}, {Name: "the policy cannot tell", Count: 1}, {Name: "var.a", Count: 1}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestCallsAndAccounts(t *testing.T) {
	set := &resource.Set{
		Calls: []*resource.Call{
			{Operation: "rds:DescribeDBInstances", Attempts: 5, Retries: 2}, // three pages
			{Operation: "s3:GetBucketPolicy", Attempts: 1},
			{Operation: "rds:DescribeDBClusters", Attempts: 8, Retries: 7, Failure: "throttled"},
			{Operation: "s3:GetBucketPolicy", Failure: "canceled"}, // never sent
		},
		Scopes: []resource.ScopeRead{
			{Scope: resource.Scope{Account: "2", Region: "b"}},
			{Scope: resource.Scope{Account: "2"}},
			{Scope: resource.Scope{Account: "2", Region: "a"}},
			{Scope: resource.Scope{Account: "1"}},
		},
	}
	calls := []finding.ServiceCalls{{Service: "rds", Calls: 4, Retries: 9, Failed: 1}, {Service: "s3", Calls: 1, Failed: 1}}
	if d := cmp.Diff(calls, callsOf(set)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if d := cmp.Diff([]finding.Account{{Account: "1"}, {Account: "2", Regions: []string{"a", "b"}}}, accountsOf(set)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestTalliesAreInRegulationOrder(t *testing.T) {
	cite := func(id string) finding.Rule { return finding.Rule{Citations: []finding.Citation{{ID: id}}} }
	r := finding.Report{
		Rules:    map[string]finding.Rule{"A": cite("164.312(b)"), "B": cite("164.308(a)(2)")},
		Findings: []finding.Finding{{Rule: "A", Status: finding.Pass}, {Rule: "B", Status: finding.Fail}, {Rule: "A", Status: finding.Fail}},
	}
	want := []finding.Tally{
		{Citation: finding.Citation{ID: "164.308(a)(2)"}, Summary: finding.Summary{Fail: 1}},
		{Citation: finding.Citation{ID: "164.312(b)"}, Summary: finding.Summary{Fail: 1, Pass: 1}},
	}
	if d := cmp.Diff(want, talliesOf(r)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
