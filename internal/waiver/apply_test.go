package waiver

import (
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

func day(s string) time.Time {
	d, err := time.Parse(Layout, s)
	if err != nil {
		panic(err)
	}
	return d
}

func cites(kinds ...string) finding.Rule {
	r := finding.Rule{Assertions: map[string]string{"strict": ""}}
	for _, k := range kinds {
		r.Citations = append(r.Citations, finding.Citation{ID: "164.312(x)", Kind: k})
	}
	return r
}

func limits() Limits {
	return Limits{Now: day("2026-11-23").Add(12 * time.Hour), Days: 366, Findings: 2, Rules: map[string]finding.Rule{
		"HIPAA-S3-003": cites("addressable"), "HIPAA-S3-004": cites("addressable", "addressable"), "HIPAA-RDS-001": cites("addressable", "required"),
		"HIPAA-RDS-002": cites("standard"), "USER-001": {},
	}}
}

func fail(rule, address string) finding.Finding {
	return finding.Finding{Rule: rule, Status: finding.Fail, Severity: finding.High, Resource: finding.Resource{Root: "envs/prod", Address: address, Source: resource.Code}}
}

// TestApply: each case changes a waiver that holds. covers are the findings that are then
// waived, demand the assertion of the finding about the waiver.
func TestApply(t *testing.T) {
	live := resource.ScopeRead{Root: "111122223333/us-east-1", Scope: resource.Scope{Account: "111122223333"}}
	site := fail("HIPAA-S3-003", "aws_s3_bucket.site")
	asserted := site
	asserted.Assertion = "strict"
	for name, c := range map[string]struct {
		change func(*Waiver, *Run)
		finds  []finding.Finding
		covers int
		demand string
		level  finding.Severity
	}{
		"holds":         {finds: []finding.Finding{site}, covers: 1},
		"a rule's glob": {func(w *Waiver, _ *Run) { w.Rule = "HIPAA-S3-*" }, []finding.Finding{site, fail("HIPAA-S3-004", "aws_s3_bucket.site"), fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 2, "", ""},
		"a key":         {func(w *Waiver, _ *Run) { w.Resource = "aws_s3_bucket.site[*]" }, []finding.Finding{fail("HIPAA-S3-003", "aws_s3_bucket.site[0]"), site}, 1, "", ""},
		"no instances":  {nil, []finding.Finding{site, fail("HIPAA-S3-003", "aws_s3_bucket.site[0]"), fail("HIPAA-S3-003", "aws_s3_bucket.site2"), fail("HIPAA-S3-003", "module.m.aws_s3_bucket.site")}, 1, "", ""},
		"other rule":    {nil, []finding.Finding{site, fail("HIPAA-S3-0030", "aws_s3_bucket.site"), fail("HIPAA-S3-004", "aws_s3_bucket.site")}, 1, "", ""},
		"unknown too":   {nil, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.Unknown, Resource: site.Resource}}, 1, "", ""},
		"root":          {func(w *Waiver, _ *Run) { w.Root = "envs/*" }, []finding.Finding{site}, 1, "", ""},
		"other root":    {func(w *Waiver, _ *Run) { w.Root = "envs/dev" }, []finding.Finding{site}, 0, "", ""},
		"root unused":   {func(w *Waiver, _ *Run) { w.Root = "envs/prod" }, nil, 0, demandUse, finding.Low},
		"assertion":     {func(w *Waiver, _ *Run) { w.Assertion = "strict" }, []finding.Finding{site, site, asserted}, 1, "", ""},
		"any account":   {nil, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{Address: "aws_s3_bucket.site", Account: "111122223333"}}}, 1, "", ""},
		"any assertion": {nil, []finding.Finding{asserted}, 1, "", ""},
		"of nothing":    {func(w *Waiver, _ *Run) { w.Resource = "" }, []finding.Finding{site}, 0, demandUse, finding.Info},
		"never itself":  {func(w *Waiver, _ *Run) { w.Rule = "HIPAA-*-001" }, []finding.Finding{fail(ID, "aws_s3_bucket.site"), fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 1, "", ""},
		"no assertion":  {func(w *Waiver, _ *Run) { w.Assertion = "strikt" }, []finding.Finding{site}, 0, demandRule, finding.High},
		"no account":    {func(w *Waiver, _ *Run) { w.Account = "111122223333" }, []finding.Finding{site}, 0, "", ""},
		"ARN": {func(w *Waiver, r *Run) { w.Resource, r.Set.Scopes = "arn:aws:s3:::site", []resource.ScopeRead{live} }, []finding.Finding{
			{Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{ARN: "arn:aws:s3:::site"}}, {Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{ARN: "arn:aws:s3:::site2"}},
		}, 1, "", ""},
		"account": {func(w *Waiver, r *Run) { w.Account, r.Set.Scopes = "111122223333", []resource.ScopeRead{live} }, []finding.Finding{
			{Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{Address: "aws_s3_bucket.site", Account: "111122223333"}}, {Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{Address: "aws_s3_bucket.site", Account: "444455556666"}},
		}, 1, "", ""},
		"account unused":        {func(w *Waiver, r *Run) { w.Account, r.Set.Scopes = "111122223333", []resource.ScopeRead{live} }, nil, 0, demandUse, finding.Low},
		"pass is unused":        {nil, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.Pass, Resource: site.Resource}}, 0, demandUse, finding.Info},
		"not chosen":            {func(_ *Waiver, r *Run) { r.Selected = []string{"HIPAA-S3-004"} }, nil, 0, "", ""},
		"incomplete":            {func(_ *Waiver, r *Run) { r.Set.Gaps = []resource.Gap{{}} }, nil, 0, "", ""},
		"a broken policy":       {func(_ *Waiver, r *Run) { r.Broken = true }, nil, 0, "", ""},
		"code in an audit":      {func(_ *Waiver, r *Run) { r.Set.Scopes = []resource.ScopeRead{live} }, nil, 0, "", ""},
		"expired":               {func(w *Waiver, _ *Run) { w.Expires = day("2026-11-22") }, []finding.Finding{site}, 0, demandExpiry, finding.Medium},
		"last day":              {func(w *Waiver, _ *Run) { w.Expires = day("2026-11-23") }, []finding.Finding{site}, 1, "", ""},
		"in the future":         {func(w *Waiver, _ *Run) { w.Created = day("2026-11-24") }, []finding.Finding{site}, 0, demandExpiry, finding.Medium},
		"longest":               {func(w *Waiver, _ *Run) { w.Expires = day("2027-11-24") }, []finding.Finding{site}, 1, "", ""},
		"too long":              {func(w *Waiver, _ *Run) { w.Expires = day("2027-11-25") }, []finding.Finding{site}, 0, demandExpiry, finding.Medium},
		"too long since":        {func(w *Waiver, _ *Run) { w.Created, w.Expires = day("2025-12-01"), day("2026-12-31") }, []finding.Finding{site}, 0, demandExpiry, finding.Medium},
		"no such rule":          {func(w *Waiver, _ *Run) { w.Rule = "HIPAA-S3-030" }, []finding.Finding{site}, 0, demandRule, finding.High},
		"itself":                {func(w *Waiver, _ *Run) { w.Rule = ID }, []finding.Finding{{Rule: ID, Status: finding.Fail}}, 0, demandRule, finding.High},
		"every rule":            {func(w *Waiver, _ *Run) { w.Rule = "*" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"every resource":        {func(w *Waiver, _ *Run) { w.Resource = "*" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"all of a provider":     {func(w *Waiver, _ *Run) { w.Resource = "aws_*" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"all keyed":             {func(w *Waiver, _ *Run) { w.Resource = "*.*[*]" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"all modules":           {func(w *Waiver, _ *Run) { w.Resource = "module.*" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"all ARNs":              {func(w *Waiver, _ *Run) { w.Resource = "arn:aws:*" }, []finding.Finding{site}, 0, demandWidth, finding.High},
		"one type":              {func(w *Waiver, _ *Run) { w.Resource = "aws_s3_bucket.*" }, []finding.Finding{site}, 1, "", ""},
		"too many":              {func(w *Waiver, _ *Run) { w.Resource = "aws_s3_bucket.*" }, []finding.Finding{site, fail("HIPAA-S3-003", "aws_s3_bucket.a"), fail("HIPAA-S3-003", "aws_s3_bucket.b")}, 0, demandWidth, finding.High},
		"a measure":             {func(w *Waiver, _ *Run) { w.Kind = AlternativeMeasure }, []finding.Finding{site}, 1, "", ""},
		"measure, required":     {func(w *Waiver, _ *Run) { w.Kind, w.Rule = AlternativeMeasure, "HIPAA-RDS-001" }, []finding.Finding{fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 0, demandKind, finding.High},
		"measure, standard":     {func(w *Waiver, _ *Run) { w.Kind, w.Rule = AlternativeMeasure, "HIPAA-RDS-002" }, []finding.Finding{fail("HIPAA-RDS-002", "aws_s3_bucket.site")}, 0, demandKind, finding.High},
		"measure, uncited":      {func(w *Waiver, _ *Run) { w.Kind, w.Rule = AlternativeMeasure, "USER-001" }, []finding.Finding{fail("USER-001", "aws_s3_bucket.site")}, 0, demandKind, finding.High},
		"false, required":       {func(w *Waiver, _ *Run) { w.Rule = "HIPAA-RDS-001" }, []finding.Finding{fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 1, "", ""},
		"accepted, addressable": {func(w *Waiver, _ *Run) { w.Kind = RiskAcceptance }, []finding.Finding{site}, 1, "", ""},
		"accepted, standard":    {func(w *Waiver, _ *Run) { w.Kind, w.Rule = RiskAcceptance, "HIPAA-RDS-002" }, []finding.Finding{fail("HIPAA-RDS-002", "aws_s3_bucket.site")}, 1, "", ""},
		"measure, a glob":       {func(w *Waiver, _ *Run) { w.Kind, w.Rule = AlternativeMeasure, "HIPAA-*-001" }, []finding.Finding{fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 0, demandKind, finding.High},
		"measure, proposed":     {func(w *Waiver, r *Run) { w.Kind, r.Proposed = AlternativeMeasure, true }, []finding.Finding{site}, 0, demandKind, finding.High},
		"accepted, proposed":    {func(w *Waiver, r *Run) { w.Kind, r.Proposed = RiskAcceptance, true }, []finding.Finding{site}, 1, "", ""},
		"PHI":                   {nil, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.Fail, PHI: "yes", Resource: site.Resource}}, 1, "", ""},
		"not applicable":        {nil, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.NotApplicable, Resource: site.Resource}}, 0, demandUse, finding.Info},
		"a glob of roots":       {func(w *Waiver, _ *Run) { w.Root = "envs/d*" }, []finding.Finding{site}, 0, "", ""},
		"the working directory": {func(w *Waiver, _ *Run) { w.Root = "." }, []finding.Finding{{Rule: "HIPAA-S3-003", Status: finding.Fail, Resource: finding.Resource{Address: "aws_s3_bucket.site"}}}, 1, "", ""},
		"accepted, required":    {func(w *Waiver, _ *Run) { w.Kind, w.Rule = RiskAcceptance, "HIPAA-RDS-001" }, []finding.Finding{fail("HIPAA-RDS-001", "aws_s3_bucket.site")}, 1, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := Waiver{Rule: "HIPAA-S3-003", Resource: "aws_s3_bucket.site", Kind: FalsePositive, Reason: "r", Approver: "@s", Expires: day("2027-01-31"), At: finding.Place{File: "w.yaml", Line: 2}}
			run := Run{Limits: limits(), Selected: []string{"HIPAA-S3-003", "HIPAA-S3-004", "HIPAA-RDS-001"}, Set: &resource.Set{Seen: resource.Seen{Roots: []string{"envs/prod"}}}}
			if c.change != nil {
				c.change(&w, &run)
			}
			n := len(c.finds)
			got := Book{Waivers: []Waiver{w}}.Apply(c.finds, run)
			covered := 0
			for _, f := range got[:n] {
				if f.Waiver != nil {
					covered++
				}
			}
			if covered != c.covers {
				t.Errorf("%d waived, want %d", covered, c.covers)
			}
			switch about := got[n:]; {
			case c.demand == "" && len(about) == 0:
			case len(about) != 1 || about[0].Assertion != c.demand || about[0].Severity != c.level || about[0].Rule != ID || about[0].Location.Line != 2:
				t.Errorf("about the waiver: %+v, want %s", about, c.demand)
			}
		})
	}
}

// TestInline: text is the configuration; covered are the addresses below it that are waived.
func TestInline(t *testing.T) {
	const w = `hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@security kind=false-positive reason="on \"purpose\""`
	for name, c := range map[string]struct{ text, covered, wrong string }{
		"above":               {"# " + w + "\nresource \"aws_s3_bucket\" \"a\" {\n}\nresource \"aws_s3_bucket\" \"b\" {}\n", "2", ""},
		"slashes":             {"//" + w + "\nresource \"aws_s3_bucket\" \"a\" {\n}\n", "2", ""},
		"block comment":       {"/* " + w + " */\nresource \"aws_s3_bucket\" \"a\" {\n}\n", "2", ""},
		"several lines":       {"/*\n * hipaactl:ignore HIPAA-S3-003 expires=2027-01-31\n * approver=@security kind=false-positive reason=x\n */\nresource \"aws_s3_bucket\" \"a\" {\n}\n", "5", ""},
		"above a comment":     {"# " + w + "\n# the site\nresource \"aws_s3_bucket\" \"a\" {\n}\n", "3", ""},
		"inside":              {"resource \"aws_s3_bucket\" \"a\" {\n  lifecycle {\n    # " + w + "\n  }\n}\nresource \"aws_s3_bucket\" \"b\" {}\n", "1", ""},
		"behind the brace":    {"resource \"aws_s3_bucket\" \"a\" { # " + w + "\n}\n", "1", ""},
		"module":              {"# " + w + "\nmodule \"m\" {\n  source = \"./m\"\n}\n", "module", ""},
		"a blank line":        {"# " + w + "\n\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "neither in nor directly above"},
		"at the end":          {"resource \"aws_s3_bucket\" \"a\" {}\n# " + w + "\n", "", "neither in nor directly above"},
		"in locals":           {"locals {\n  x = 1 # " + w + "\n}\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "neither in nor directly above"},
		"above data":          {"# " + w + "\ndata \"aws_s3_bucket\" \"a\" {}\n", "", "neither in nor directly above"},
		"in a string":         {"resource \"aws_s3_bucket\" \"a\" {\n  bucket = \"# hipaactl:ignore HIPAA-S3-003\"\n}\n", "", ""},
		"in a heredoc":        {"resource \"aws_s3_bucket\" \"a\" {\n  bucket = <<E\n# hipaactl:ignore HIPAA-S3-003\nE\n}\n", "", ""},
		"in a sentence":       {"# as # " + w + "\nresource \"aws_s3_bucket\" \"a\" {}\n", "", ""},
		"no rule":             {"# hipaactl:ignore\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "rule is missing"},
		"no reason":           {"# hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s kind=false-positive\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "reason is missing"},
		"no kind":             {"# hipaactl:ignore HIPAA-S3-003 expires=2027-01-31 approver=@s reason=x\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "kind is missing"},
		"unquoted reason":     {"# hipaactl:ignore HIPAA-S3-003 reason=two words\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "with quotes around"},
		"open quote":          {"# hipaactl:ignore HIPAA-S3-003 reason=\"two words\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "a quote is not closed"},
		"unknown key":         {"# " + w + " expire=2027-01-31\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "(did you mean expires?)"},
		"misspelt":            {"# hipaactl:ingore HIPAA-S3-003\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "did you mean hipaactl:ignore?"},
		"run together":        {"# hipaactl:ignoreHIPAA-S3-003\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "want hipaactl:ignore"},
		"other rule":          {"# " + strings.Replace(w, "S3-003", "S3-004", 1) + "\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "is not used"},
		"narrowed to another": {"# " + w + " resource=aws_s3_bucket.b\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "is not used"},
		"expired":             {"# " + strings.Replace(w, "2027", "2025", 1) + "\nresource \"aws_s3_bucket\" \"a\" {}\n", "", "expired on"},
	} {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Seen: resource.Seen{Roots: []string{"envs/prod"}}}
			var finds []finding.Finding
			at := func(file string, line int) hcl.Range { return hcl.Range{Filename: file, Start: hcl.Pos{Line: line}} }
			for i, line := range strings.Split(c.text, "\n") {
				switch {
				case strings.HasPrefix(line, "resource"):
					name := strings.Split(line, `"`)[3]
					set.Resources = append(set.Resources, &resource.Resource{Root: "envs/prod", Source: resource.Code, Address: resource.Address{Type: "aws_s3_bucket", Name: name}, Location: resource.Location{Range: at("main.tf", i+1)}})
					finds = append(finds, fail("HIPAA-S3-003", "aws_s3_bucket."+name))
				case strings.HasPrefix(line, "module"):
					set.Resources = append(set.Resources, &resource.Resource{
						Root: "envs/prod", Source: resource.Code, Address: resource.Address{Module: "module.m.module.n", Type: "aws_s3_bucket", Name: "c"},
						Location: resource.Location{Range: at("n/main.tf", 1), Downloaded: true, Callers: []hcl.Range{at("m/main.tf", 1), at("main.tf", i+1)}},
					})
					finds = append(finds, fail("HIPAA-S3-003", "module.m.module.n.aws_s3_bucket.c"))
				}
			}
			n := len(finds)
			run := Run{Limits: limits(), Selected: []string{"HIPAA-S3-003", "HIPAA-S3-004"}, Set: set}
			got := Inline("main.tf", []byte(c.text)).Apply(finds, run)
			covered := ""
			for i, f := range got[:n] {
				if f.Waiver != nil && set.Resources[i].Address.Module != "" {
					covered += "module"
				} else if f.Waiver != nil {
					covered += string(rune('0' + set.Resources[i].Location.Range.Start.Line))
				}
			}
			if covered != c.covered {
				t.Errorf("waived %q, want %q", covered, c.covered)
			}
			switch {
			case len(got) > n && c.wrong == "" || len(got) == n && c.wrong != "":
				t.Errorf("about waivers: %+v, want %q", got[n:], c.wrong)
			case c.wrong != "" && !strings.Contains(got[n].Message, c.wrong):
				t.Errorf("%q, want %q", got[n].Message, c.wrong)
			}
		})
	}
}

// TestIndex finds a resource by its address of today and as it is written, and never what
// stands for an inline block in its place.
func TestIndex(t *testing.T) {
	at := func(line int) resource.Location {
		return resource.Location{Range: hcl.Range{Filename: "main.tf", Start: hcl.Pos{Line: line}}}
	}
	lb := resource.Address{Type: "aws_lb", Name: "old"}
	rule := resource.Address{Type: "aws_s3_bucket_versioning", Name: "b"}
	set := &resource.Set{Resources: []*resource.Resource{
		{Root: "r", Source: resource.Code, Address: lb, Written: "aws_alb.old", Location: at(2)},
		{Root: "r", Source: resource.Code, Address: rule, Location: at(4)},
		{Root: "r", Source: resource.Code, Address: rule, InlineOf: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Location: at(9)},
	}}
	got := index(set)
	for address, line := range map[string]int{"aws_lb.old": 2, "aws_alb.old": 2, "aws_s3_bucket_versioning.b": 4, "aws_lb.none": 0} {
		found := 0
		if r := got[key{"r", address, resource.Code}]; r != nil {
			found = r.Location.Range.Start.Line
		}
		if found != line {
			t.Errorf("%s is in line %d, want %d", address, found, line)
		}
	}
}

// TestTwoWaivers: one that is bad takes nothing from one that holds, and of two that hold
// the first is shown; neither is unused.
func TestTwoWaivers(t *testing.T) {
	w := Waiver{Rule: "HIPAA-S3-003", Resource: "aws_s3_bucket.site", Kind: FalsePositive, Reason: "first", Approver: "@s", Expires: day("2027-01-31")}
	second, over := w, w
	second.Reason, over.Expires = "second", day("2026-01-31")
	for name, c := range map[string]struct {
		waivers []Waiver
		reason  string
		demands int
	}{
		"both hold":     {[]Waiver{w, second}, "first", 0},
		"one is over":   {[]Waiver{over, second}, "second", 1},
		"none holds":    {[]Waiver{over, over}, "", 2},
		"the same once": {[]Waiver{w}, "first", 0},
	} {
		run := Run{Limits: limits(), Selected: []string{"HIPAA-S3-003"}, Set: &resource.Set{}}
		got := Book{Waivers: c.waivers}.Apply([]finding.Finding{fail("HIPAA-S3-003", "aws_s3_bucket.site")}, run)
		reason := ""
		if got[0].Waiver != nil {
			reason = got[0].Waiver.Reason
		}
		if reason != c.reason || len(got)-1 != c.demands {
			t.Errorf("%s: waived for %q, want %q; %d about waivers, want %d", name, reason, c.reason, len(got)-1, c.demands)
		}
		seen := map[string]bool{}
		for _, f := range got[1:] {
			if seen[f.Fingerprint] {
				t.Errorf("%s: two findings share a fingerprint", name)
			}
			seen[f.Fingerprint] = true
		}
	}
}

// TestSubtree: a comment on a call reaches everything below that call, at any depth and in
// downloaded modules, and nothing of another call of the same module; one on a resource
// reaches nothing in a file that was downloaded.
func TestSubtree(t *testing.T) {
	at := func(file string, line int) hcl.Range { return hcl.Range{Filename: file, Start: hcl.Pos{Line: line}} }
	call := &Block{File: "main.tf", From: 3, To: 6, Module: true}
	own := &Block{File: "main.tf", From: 3, To: 6}
	for name, c := range map[string]struct {
		block *Block
		at    resource.Location
		holds bool
	}{
		"below":              {call, resource.Location{Range: at("m/main.tf", 1), Callers: []hcl.Range{at("main.tf", 3)}}, true},
		"further below":      {call, resource.Location{Range: at("m/n/main.tf", 1), Callers: []hcl.Range{at("m/main.tf", 9), at("main.tf", 6)}}, true},
		"downloaded":         {call, resource.Location{Range: at("d/main.tf", 1), Downloaded: true, Callers: []hcl.Range{at("main.tf", 4)}}, true},
		"a sibling":          {call, resource.Location{Range: at("m/main.tf", 1), Callers: []hcl.Range{at("main.tf", 8)}}, false},
		"another file":       {call, resource.Location{Range: at("m/main.tf", 1), Callers: []hcl.Range{at("other.tf", 4)}}, false},
		"beside the call":    {call, resource.Location{Range: at("main.tf", 4)}, false},
		"the resource":       {own, resource.Location{Range: at("main.tf", 3)}, true},
		"its last line":      {own, resource.Location{Range: at("main.tf", 6)}, true},
		"the line before":    {own, resource.Location{Range: at("main.tf", 2)}, false},
		"the line after":     {own, resource.Location{Range: at("main.tf", 7)}, false},
		"of another file":    {own, resource.Location{Range: at("b.tf", 4)}, false},
		"of a module":        {own, resource.Location{Range: at("main.tf", 4), Downloaded: true}, false},
		"called from inside": {own, resource.Location{Range: at("m/main.tf", 1), Callers: []hcl.Range{at("main.tf", 4)}}, false},
	} {
		if got := c.block.holds(&resource.Resource{Location: c.at}); got != c.holds {
			t.Errorf("%s: %v", name, got)
		}
	}
	if own.holds(nil) {
		t.Error("holds what is not declared")
	}
}

// TestDocument: what looks like a secret or a person's number is not shown.
func TestDocument(t *testing.T) {
	w := Waiver{Reason: `patient 123-45-6789, key AKIAIOSFODNN7EXAMPLE, db_password = "hun ter2", team=billing`, Measure: "token: abc", Approver: "https://u:p4ss@x"}
	d := w.Document()
	want := `patient ***-**-****, key ***, db_password = (sensitive), team=billing`
	if d.Reason != want || d.Measure != "token: (sensitive)" || d.Approver != "https://***@x" {
		t.Errorf("%+v", d)
	}
}
