package report

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// comparedSample is the sample where the fails on the VPCs are new and all else was there before.
func comparedSample() finding.Report {
	r := sample()
	b := finding.Baseline{Of: ".hipaactl/baseline.json", Kind: "file", Fixed: 2, Gone: []finding.Gone{
		{Rule: "HIPAA-S3-003", Root: "envs/dev", Address: "aws_s3_bucket.logs", Fingerprint: strings.Repeat("a", 32), Why: "fixed"},
		{Rule: "HIPAA-S3-003", Assertion: "key", Root: "envs/old", Address: "aws_s3_bucket.gone\x1b[2J", Fingerprint: strings.Repeat("b", 32), Why: "removed"},
		{Rule: "HIPAA-RDS-001", Root: "envs/far", Address: "aws_db_instance.far", Fingerprint: strings.Repeat("c", 32), Why: "not read", Status: finding.Unknown},
	}}
	for i := range r.Findings {
		f := &r.Findings[i]
		switch {
		case f.Waiver != nil || f.Status != finding.Fail && f.Status != finding.Unknown:
		case f.Rule == "HIPAA-VPC-001":
			f.Baseline = "new"
		default:
			f.Baseline = "unchanged"
		}
		if f.Status == finding.Fail && f.Baseline == "new" {
			b.New++
		} else if f.Status == finding.Fail && f.Baseline != "" {
			b.Unchanged++
		}
	}
	r.Baseline = &b
	return r
}

func TestTextShowsWhatIsNew(t *testing.T) {
	got := render(t, NewText(TextOptions{}), comparedSample())
	file := filepath.Join("..", "..", "testdata", "golden", "baseline.txt")
	if *update || os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestGateLooksAtWhatIsNew(t *testing.T) {
	r := comparedSample()
	gate := Gate{FailOn: finding.Low, FailOnUnknown: true}
	if got := gate.Judge(r); got.Fails != 1 || got.Unknowns != 1 || got.Code != ExitTripped || got.String() != "the gate tripped on 1 new failure and 1 new unknown" {
		t.Errorf("got %+v: %s", got, got)
	}
	for i := range r.Findings {
		if r.Findings[i].Baseline != "" {
			r.Findings[i].Baseline = "unchanged"
		}
	}
	if got := gate.Judge(r); got.Code != ExitIncomplete {
		t.Errorf("an incomplete run is clean: %+v", got)
	}
	r.Complete = true
	if got := gate.Judge(r); got.Code != ExitClean || got.String() != "the gate holds: nothing new trips it" {
		t.Errorf("got %+v: %s", got, got)
	}
	r.Baseline = nil // a mark without a comparison counts for nothing
	if got := gate.Judge(r); got.Code != ExitTripped {
		t.Errorf("got %+v", got)
	}
}

func TestJUnitSkipsWhatIsUnchanged(t *testing.T) {
	var got junitSuites
	if err := xml.Unmarshal([]byte(render(t, JUnit, comparedSample())), &got); err != nil {
		t.Fatal(err)
	}
	failures, skipped := map[string]bool{}, map[string]bool{}
	for _, s := range got.Suites {
		for _, c := range s.Cases {
			if c.Failure != nil {
				failures[c.Class] = true
			}
			if c.Skipped != nil && strings.HasPrefix(c.Skipped.Message, "in the baseline (") {
				skipped[c.Class] = true
			}
		}
	}
	if d := cmp.Diff([2]map[string]bool{{"HIPAA-VPC-001": true}, {"HIPAA-S3-003": true, "HIPAA-RDS-001": true}}, [2]map[string]bool{failures, skipped}); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestSARIFKeepsWhatIsUnchanged(t *testing.T) {
	states := map[string]string{}
	for _, run := range sarif(sorted(comparedSample())).Runs {
		for _, res := range run.Results {
			states[res.RuleID] = res.BaselineState
		}
	}
	if d := cmp.Diff(map[string]string{"HIPAA-VPC-001": "new", "HIPAA-S3-003": "unchanged", "HIPAA-RDS-001": "unchanged"}, states); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if strings.Contains(render(t, SARIF, sample()), "baselineState") {
		t.Error("a state without a comparison")
	}
}

func TestJSONOfAComparison(t *testing.T) {
	text := render(t, JSON, comparedSample())
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(v); err != nil {
		t.Error(err)
	}
	var back finding.Report
	if err := json.Unmarshal([]byte(text), &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(comparedSample().Baseline, back.Baseline); d != "" {
		t.Error(d)
	}
}
