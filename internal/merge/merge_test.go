package merge

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// run is a result as a test describes it.
type run struct {
	name, finished, repository string
	findings                   []finding.Finding
	change                     func(*finding.Report)
}

func (r run) input(t *testing.T) Input {
	t.Helper()
	report := finding.Report{
		Schema: finding.Schema, Tool: finding.Tool{Name: "hipaactl", Version: "1.0.0", Policies: "p"}, Complete: true,
		Time: finding.Time{Started: r.finished, Finished: r.finished}, Sources: []finding.Source{{Kind: resource.Code, Name: "."}},
		Rules: map[string]finding.Rule{}, Gaps: []finding.Gap{}, Parameters: []finding.Parameter{}, Findings: append([]finding.Finding{}, r.findings...),
	}
	if r.repository != "" {
		report.Repository = &finding.Repository{URL: r.repository}
	}
	for _, f := range r.findings {
		report.Rules[f.Rule] = finding.Rule{Title: f.Rule, Citations: []finding.Citation{{ID: "164.312(b)", Kind: "standard"}}}
	}
	report.Finish()
	if r.change != nil {
		r.change(&report)
	}
	text, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	return text2input(r.name, text)
}

func text2input(name string, text []byte) Input {
	return Input{name, func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil }}
}

func live(root, rule, address string, status finding.Status) finding.Finding {
	return finding.Finding{
		Rule: rule, Status: status, Severity: finding.High, PHI: "unmarked", Fingerprint: finding.Fingerprint(rule, "", root, address, nil),
		Resource: finding.Resource{Root: root, Address: address, Source: resource.Live},
	}
}

func code(root, rule, address string, status finding.Status) finding.Finding {
	f := live(root, rule, address, status)
	f.Resource.Source, f.Location = resource.Code, finding.Location{File: root + "/main.tf", Line: 3}
	return f
}

const (
	morning = "2026-11-23T08:00:00Z"
	noon    = "2026-11-23T12:00:00Z"
)

// TestMerge shows which findings of several results count.
func TestMerge(t *testing.T) {
	const a, b = "111111111111/eu-west-1", "222222222222/eu-west-1"
	for name, test := range map[string]struct {
		runs []run
		want []string
	}{
		"accounts stand side by side": {
			[]run{{"b.json", morning, "", []finding.Finding{live(b, "R1", "x", finding.Fail)}, nil}, {"a.json", noon, "", []finding.Finding{live(a, "R1", "x", finding.Pass), live(a, "R2", "y", finding.Fail)}, nil}},
			[]string{a + " R1 x pass", a + " R2 y fail", b + " R1 x fail"},
		},
		"the newer counts for a rule and root": {
			[]run{{"old.json", morning, "", []finding.Finding{live(a, "R1", "x", finding.Fail), live(a, "R1", "gone", finding.Fail), live(a, "R2", "y", finding.Fail)}, nil}, {"new.json", noon, "", []finding.Finding{live(a, "R1", "x", finding.Pass)}, nil}},
			[]string{a + " R1 x pass", a + " R2 y fail"},
		},
		"the same twice counts once": {
			[]run{{"1.json", morning, "", []finding.Finding{live(a, "R1", "x", finding.Fail)}, nil}, {"2.json", morning, "", []finding.Finding{live(a, "R1", "x", finding.Fail)}, nil}},
			[]string{a + " R1 x fail"},
		},
		"one repository": {
			[]run{{"1.json", morning, "https://github.com/acme/clinic.git", []finding.Finding{code("a", "R1", "x", finding.Fail)}, nil}, {"2.json", noon, "git@github.com:acme/clinic.git", []finding.Finding{code("a", "R1", "x", finding.Pass), code("b", "R1", "x", finding.Fail)}, nil}},
			[]string{"a R1 x pass a/main.tf", "b R1 x fail b/main.tf"},
		},
		"two repositories with one root's name": {
			[]run{{"1.json", morning, "https://github.com/acme/clinic", []finding.Finding{code(".", "R1", "x", finding.Fail)}, nil}, {"2.json", noon, "ssh://git@github.com/acme/ward", []finding.Finding{code(".", "R1", "x", finding.Pass)}, nil}},
			[]string{"github.com/acme/clinic//. R1 x fail github.com/acme/clinic//./main.tf", "github.com/acme/ward//. R1 x pass github.com/acme/ward//./main.tf"},
		},
		"code of which git tells nothing": {
			[]run{{"out/clinic.json", morning, "", []finding.Finding{code(".", "R1", "x", finding.Fail)}, nil}, {"out/ward.json.gz", noon, "", []finding.Finding{code(".", "R1", "x", finding.Pass)}, nil}},
			[]string{"clinic//. R1 x fail clinic//./main.tf", "ward//. R1 x pass ward//./main.tf"},
		},
		"code beside an account": {
			[]run{{"1.json", morning, "", []finding.Finding{code(".", "R1", "x", finding.Fail)}, nil}, {"2.json", noon, "", []finding.Finding{live(a, "R1", "x", finding.Pass)}, nil}},
			[]string{". R1 x fail ./main.tf", a + " R1 x pass"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			for range 5 { // in any order of the inputs
				var inputs []Input
				for _, r := range test.runs {
					inputs = append(inputs, r.input(t))
				}
				rand.Shuffle(len(inputs), func(i, j int) { inputs[i], inputs[j] = inputs[j], inputs[i] })
				m := merged(t, inputs...)
				if diff := cmp.Diff(test.want, shown(t, m)); diff != "" {
					t.Fatalf("-want +got:\n%s", diff)
				}
				if !m.Report.Complete || len(m.Report.Results) != len(test.runs) {
					t.Errorf("complete %v, %d results", m.Report.Complete, len(m.Report.Results))
				}
				counted(t, m)
			}
		})
	}
}

func merged(t *testing.T, inputs ...Input) *Merged {
	t.Helper()
	m, err := Merge(t.Context(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func shown(t *testing.T, m *Merged) []string {
	t.Helper()
	out := []string{}
	for f, err := range m.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimSpace(strings.Join([]string{f.Resource.Root, f.Rule, f.Resource.Address, string(f.Status), f.Location.File}, " ")))
	}
	return out
}

// counted compares what was counted first with what is handed out later.
func counted(t *testing.T, m *Merged) {
	t.Helper()
	var want finding.Summary
	n := 0
	for f := range m.Findings() {
		want.Add(f)
		n++
	}
	if m.Report.Summary != want || m.Report.Coverage.Citations[0].Summary != want {
		t.Errorf("counted %+v and %+v, handed out %+v", m.Report.Summary, m.Report.Coverage.Citations, want)
	}
	for _, r := range m.Report.Results {
		n -= r.Counted
	}
	if n != 0 {
		t.Errorf("the results' counts are off by %d", n)
	}
}

// TestMergeAgain shows that a merged report merges like any other.
func TestMergeAgain(t *testing.T) {
	first := run{"1.json", morning, "https://github.com/acme/clinic", []finding.Finding{code(".", "R1", "x", finding.Fail)}, nil}
	second := run{"2.json", morning, "https://github.com/acme/ward", []finding.Finding{code(".", "R1", "x", finding.Fail)}, nil}
	m := merged(t, first.input(t), second.input(t))
	once := shown(t, m)
	whole := m.Report
	for f := range m.Findings() {
		whole.Findings = append(whole.Findings, f)
	}
	text, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	account := run{"3.json", noon, "", []finding.Finding{live("111111111111/", "R1", "x", finding.Fail)}, nil}
	again := merged(t, text2input("merged.json", text), account.input(t))
	if diff := cmp.Diff(append([]string{"111111111111/ R1 x fail"}, once...), shown(t, again)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestBroken shows that what cannot be read is said, and costs nobody else.
func TestBroken(t *testing.T) {
	good := run{"good.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail)}, nil}
	whole := func(change func(map[string]any)) string {
		in, _ := good.input(t).Open()
		var v map[string]any
		if err := json.NewDecoder(in).Decode(&v); err != nil {
			t.Fatal(err)
		}
		change(v)
		text, _ := json.Marshal(v)
		return string(text)
	}
	for name, test := range map[string]struct{ text, why string }{
		"empty":           {"", "it ends in the middle"},
		"garbage":         {"hello", "it is not JSON"},
		"list":            {"[]", "it is no report of hipaactl"},
		"another program": {`{"version":"2.1.0","runs":[]}`, `"schema" is missing`},
		"cut short":       {whole(func(map[string]any) {})[:300], "it ends in the middle"},
		"another version": {whole(func(v map[string]any) { v["schema"] = "hipaactl/report/v9" }), "one of another version"},
		"no gaps":         {whole(func(v map[string]any) { delete(v, "gaps") }), `"gaps" is missing`},
		"no time":         {whole(func(v map[string]any) { v["time"] = map[string]any{} }), "when it was finished"},
		"wrong type":      {whole(func(v map[string]any) { v["complete"] = "s3cret" }), "complete is no bool"},
		"odd status":      {strings.Replace(whole(func(map[string]any) {}), `"status":"fail"`, `"status":"fine"`, 1), "a status that is none"},
		"odd severity":    {strings.Replace(whole(func(map[string]any) {}), `"severity":"high"`, `"severity":"s3cret"`, 1), "a severity that is none"},
		"twice":           {`{"schema":"hipaactl/report/v1","schema":"hipaactl/report/v1"}`, "stands twice"},
		"more":            {whole(func(map[string]any) {}) + "{}", "something follows"},
		"broken gzip":     {"\x1f\x8b\x08rest", ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := merged(t, good.input(t), text2input("bad.json", []byte(test.text)))
			if diff := cmp.Diff([]string{"1/ R1 x fail"}, shown(t, m)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if m.Report.Complete || len(m.Report.Gaps) != 1 || !strings.Contains(m.Report.Gaps[0].Why, test.why) || strings.Contains(m.Report.Gaps[0].Why, "s3cret") {
				t.Errorf("complete %v, gaps %+v, want %q", m.Report.Complete, m.Report.Gaps, test.why)
			}
			if m.Report.Results[0].Problem == "" {
				t.Errorf("%+v tells no problem", m.Report.Results)
			}
		})
	}
}

// TestUnordered shows that findings in another order are an error and not a wrong report.
func TestUnordered(t *testing.T) {
	r := run{"1.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail), live("2/", "R1", "x", finding.Fail)}, func(r *finding.Report) { slices.Reverse(r.Findings) }}
	m := merged(t, r.input(t))
	for _, err := range m.Findings() {
		if err != nil {
			if !strings.Contains(err.Error(), "not in the order") {
				t.Error(err)
			}
			return
		}
	}
	t.Error("nothing was said")
}

// TestHeads shows what becomes of what stands beside the findings.
func TestHeads(t *testing.T) {
	one := run{"1.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail)}, func(r *finding.Report) {
		r.Complete, r.Gaps = false, []finding.Gap{{Kind: resource.GapCall, What: "rds"}}
		r.Profile = &finding.Profile{Name: "nprm-2025", NotLaw: true, Overridden: []string{"A.b"}}
		r.Parameters = []finding.Parameter{{Rule: "R1", Name: "days", Value: 3, Default: 7, Laxer: true}}
		r.Coverage = finding.Coverage{
			Resources: 2, Judged: 1, RulesEvaluated: 3, UnjudgedTypes: []finding.Count{{Name: "aws_x", Count: 1}},
			Unprovable: []finding.Citation{{ID: "a"}, {ID: "b"}}, Accounts: []finding.Account{{Account: "1", Regions: []string{"eu-west-1"}}},
			Calls: []finding.ServiceCalls{{Service: "rds", Calls: 2, Failed: 1}}, RulesSkipped: []string{"R9"},
		}
	}}
	two := run{"2.json", noon, "", []finding.Finding{live("2/", "R1", "x", finding.Fail)}, func(r *finding.Report) {
		r.Parameters = []finding.Parameter{{Rule: "R1", Name: "days", Value: 3, Default: 7, Laxer: true}}
		r.Coverage = finding.Coverage{
			Resources: 3, Judged: 2, RulesEvaluated: 2, UnjudgedTypes: []finding.Count{{Name: "aws_x", Count: 4}},
			Unprovable: []finding.Citation{{ID: "b"}}, Accounts: []finding.Account{{Account: "1", Regions: []string{"us-east-1", "eu-west-1"}}},
			Calls: []finding.ServiceCalls{{Service: "rds", Calls: 1, Retries: 1}},
		}
	}}
	got := merged(t, one.input(t), two.input(t)).Report
	want := finding.Coverage{
		Resources: 5, Judged: 3, RulesEvaluated: 3, UnjudgedTypes: []finding.Count{{Name: "aws_x", Count: 5}}, UnknownByCause: []finding.Count{},
		Unprovable: []finding.Citation{{ID: "b"}}, Accounts: []finding.Account{{Account: "1", Regions: []string{"eu-west-1", "us-east-1"}}},
		Calls: []finding.ServiceCalls{{Service: "rds", Calls: 3, Retries: 1, Failed: 1}}, RulesSkipped: []string{"R9"}, Citations: got.Coverage.Citations,
	}
	if diff := cmp.Diff(want, got.Coverage); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got.Complete || len(got.Gaps) != 1 || len(got.Parameters) != 1 || got.Time.Started != morning || got.Time.Finished != noon {
		t.Errorf("%+v", got)
	}
	if p := got.Profile; p == nil || p.Name != "mixed" || !p.NotLaw || !slices.Equal(p.Overridden, []string{"A.b"}) {
		t.Errorf("profile %+v: one of the results was judged by what is not law", p)
	}
}

// TestComparisons: what one result was compared with is said, or kept where it is all there is.
func TestComparisons(t *testing.T) {
	compared := run{name: "a.json", finished: noon, change: func(r *finding.Report) {
		r.Comparison = &finding.Comparison{Of: "q3.json", New: 2}
		r.Baseline = &finding.Baseline{Of: "baseline.json", Kind: "file", New: 1, Unchanged: 2, Fixed: 3, Gone: []finding.Gone{}}
	}}
	based := "a.json was compared with the file baseline.json (1 new, 2 unchanged, 3 gone); the merged report is not, so all its failures count"
	alone := merged(t, compared.input(t)).Report
	if c := alone.Comparison; c == nil || c.Of != "q3.json" || c.New != 2 || alone.Baseline != nil {
		t.Errorf("got %+v and %+v", c, alone.Baseline)
	}
	if d := cmp.Diff([]string{based}, alone.Coverage.Notes); d != "" {
		t.Error(d)
	}
	both := merged(t, compared.input(t), run{name: "b.json", finished: noon}.input(t)).Report
	if both.Comparison != nil {
		t.Errorf("got %+v", both.Comparison)
	}
	want := []string{based, "what changed in a.json since q3.json was left out: --compare shows what changed in all that is merged"}
	if d := cmp.Diff(want, both.Coverage.Notes); d != "" {
		t.Error(d)
	}
}

// TestInventories shows that assets are joined, and links go on between the right ones.
func TestInventories(t *testing.T) {
	asset := func(root, address string) finding.Asset {
		return finding.Asset{Resource: finding.Resource{Root: root, Address: address, Source: resource.Live}, PHI: "yes"}
	}
	with := func(name, finished string, assets []finding.Asset, links ...finding.Link) Input {
		return run{name, finished, "", nil, func(r *finding.Report) { r.Inventory = &finding.Inventory{Assets: assets, Links: links} }}.input(t)
	}
	got := merged(t,
		with("1.json", morning, []finding.Asset{asset("2/", "db"), asset("2/", "key")}, finding.Link{From: 0, To: 1, Kind: "key"}, finding.Link{From: 0, To: 7, Kind: "lost"}),
		with("2.json", noon, []finding.Asset{asset("1/", "vpc"), asset("2/", "key"), asset("2/", "db")}, finding.Link{From: 2, To: 1, Kind: "key"}, finding.Link{From: 0, To: 2, Kind: "network"}),
	).Report.Inventory
	want := &finding.Inventory{
		Assets: []finding.Asset{asset("1/", "vpc"), asset("2/", "db"), asset("2/", "key")},
		Links:  []finding.Link{{From: 0, To: 1, Kind: "network"}, {From: 1, To: 2, Kind: "key"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	many := func(name string) Input {
		var all []finding.Asset
		for i := range maxAssets/2 + 1 {
			all = append(all, asset(name, fmt.Sprint(i)))
		}
		return with(name, morning, all)
	}
	m := merged(t, many("1.json"), many("2.json"), many("3.json")).Report
	if m.Inventory != nil || len(m.Coverage.Notes) != 1 {
		t.Errorf("an inventory of %d assets, notes %v", len(m.Inventory.Assets), m.Coverage.Notes)
	}
}

func TestCompressed(t *testing.T) {
	in, _ := run{"1.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail)}, nil}.input(t).Open()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, in); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := shown(t, merged(t, text2input("1.json.gz", b.Bytes()))); len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// TestBombs: a small file that is large once it is inflated costs no more memory than a report.
func TestBombs(t *testing.T) {
	whole, _ := run{"1.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail)}, nil}.input(t).Open()
	text, err := io.ReadAll(whole)
	if err != nil {
		t.Fatal(err)
	}
	const findings = `"findings":[`
	for name, test := range map[string]struct {
		before string
		size   int64
		want   string
	}{
		"a finding": {findings, maxFinding, "16 MiB"},
		"a part":    {`{"extra":`, maxRest, "256 MiB"},
		"a name":    {`{`, maxFinding, "16 MiB"},
	} {
		head := "{" // what stands before the bomb
		if test.before == findings {
			head, _, _ = strings.Cut(string(text), findings)
		} else {
			test.before = strings.TrimPrefix(test.before, "{")
		}
		bomb := io.MultiReader(strings.NewReader(head+test.before+`"`), io.LimitReader(endless{}, test.size+1<<20), strings.NewReader(`"}`))
		if _, err := read(bomb, func(*finding.Finding) error { return nil }); err == nil || !strings.Contains(err.Error(), "more than "+test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// As many as they like, each of them small.
	many := finding.Report{Schema: finding.Schema, Complete: true, Time: finding.Time{Finished: noon}, Rules: map[string]finding.Rule{}}
	f := live("1/", "R1", "x", finding.Fail)
	f.Message = strings.Repeat("m", 1<<20)
	many.Findings = slices.Repeat([]finding.Finding{f}, 2*maxFinding>>20)
	text, err = json.Marshal(many)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	if _, err := read(bytes.NewReader(text), func(*finding.Finding) error { n++; return nil }); err != nil || n != len(many.Findings) {
		t.Errorf("%d findings, %v", n, err)
	}
}

// endless is text without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestChanged shows that a result which changes between the readings is an error.
func TestChanged(t *testing.T) {
	first := run{"1.json", morning, "", []finding.Finding{live("1/", "R1", "x", finding.Fail)}, nil}.input(t)
	opened := 0
	m := merged(t, Input{"1.json", func() (io.ReadCloser, error) {
		if opened++; opened > 1 {
			return io.NopCloser(strings.NewReader("{")), nil
		}
		return first.Open()
	}})
	for _, err := range m.Findings() {
		if err == nil || !strings.Contains(err.Error(), "1.json changed while it was read") {
			t.Errorf("%v", err)
		}
		return
	}
	t.Error("nothing was said")
}

func FuzzReport(f *testing.F) {
	f.Add([]byte(`{"schema":"hipaactl/report/v1","findings":[{"rule":"R","fingerprint":"x","status":"fail","severity":"high"}]}`))
	f.Add([]byte(`{"schema":"hipaactl/report/v1","tool":{},"time":{"finished":"2026-11-23T08:00:00Z"},"sources":[],"complete":true,"summary":{},"rules":{},"findings":[],"gaps":[],"coverage":{}}`))
	f.Add([]byte("\x1f\x8b"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m := merged(t, text2input("x.json", text))
		for _, err := range m.Findings() {
			if err != nil {
				return
			}
		}
		counts := m.Report.Results[0]
		if counts.Problem != "" && m.Report.Complete {
			t.Error("a problem and complete")
		}
	})
}
