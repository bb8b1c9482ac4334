package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// schema is the published one; formats such as date-time are asserted.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("..", "..", "docs", "schema", "report.v1.json"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONMatchesItsSchema(t *testing.T) {
	bare := finding.Report{Tool: finding.Tool{Name: "hipaactl"}, Time: sample().Time, Findings: []finding.Finding{{
		Rule: "R", Status: finding.Pass, Severity: finding.Low, PHI: "no", Fingerprint: strings.Repeat("0", 32), Resource: finding.Resource{Source: "code"},
	}}, Rules: map[string]finding.Rule{"R": {Severity: finding.Low}}}
	s := schema(t)
	for name, r := range map[string]finding.Report{"sample": sample(), "bare": bare} {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, JSON, r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRejects(t *testing.T) {
	s := schema(t)
	for _, edit := range [][2]string{
		{`"schema": "hipaactl/report/v1"`, `"schema": "hipaactl/report/v2"`},
		{`"status": "fail"`, `"status": "failed"`},
		{`"gaps": [`, `"gapz": [`},
		{`"started": "2026`, `"started": "on 2026`},
	} {
		text := strings.Replace(render(t, JSON, sample()), edit[0], edit[1], 1)
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("accepts %s", edit[1])
		}
	}
}

func TestJSONReadsBack(t *testing.T) {
	want := canonical(sample())
	for i := range want.Findings {
		want.Findings[i] = complete(want.Findings[i])
		want.Findings[i].Location.Excerpt = nil // for people, not part of the JSON
	}
	var got finding.Report
	if err := json.Unmarshal([]byte(render(t, JSON, sample())), &got); err != nil {
		t.Fatal(err)
	}
	numbers := cmp.Transformer("number", func(v any) string { return fmt.Sprint(v) }) // 7 is read as a float
	if d := cmp.Diff(want, got, cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type() == reflect.TypeFor[any]() }, numbers)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestSARIFLeavesOutWhatGitHubIgnores(t *testing.T) {
	log := sarif(sorted(sample()))
	var got []string
	for _, run := range log.Runs {
		got = append(got, run.AutomationDetails.ID)
		for _, res := range run.Results {
			rule := run.Tool.Driver.Rules[res.RuleIndex]
			if rule.ID != res.RuleID {
				t.Errorf("result of %s points at %s", res.RuleID, rule.ID)
			}
			l := res.Locations[0].PhysicalLocation
			got = append(got, fmt.Sprintf("%s %s:%d", res.RuleID, l.ArtifactLocation.URI, l.Region.StartLine))
		}
	}
	want := []string{
		"hipaactl/envs/dev/", "HIPAA-VPC-001 envs/dev/main.tf:11", // the call, not the downloaded file
		"hipaactl/envs/prod/", "HIPAA-RDS-001 envs/prod/db.tf:12", "HIPAA-S3-003 modules/a%20store/main.tf:4",
		"hipaactl/envs/test/", // nothing failed: closes the alerts of the last run
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestSARIFStaysWithinGitHubsLimits(t *testing.T) {
	r := finding.Report{}
	for i := range maxRuns + 1 {
		r.Coverage.Roots = append(r.Coverage.Roots, fmt.Sprintf("root%02d", i))
	}
	for i := range maxResults + 2 {
		f := finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Critical, Resource: finding.Resource{Root: r.Coverage.Roots[i%21]}}
		if i < 3 {
			f.Severity = finding.Low
		}
		r.Findings = append(r.Findings, f)
	}
	log := sarif(r)
	if len(log.Runs) != 1 || log.Runs[0].AutomationDetails.ID != "hipaactl/" {
		t.Fatalf("got %d runs", len(log.Runs))
	}
	if n := len(log.Runs[0].Results); n != maxResults {
		t.Errorf("got %d results", n)
	}
	low := 0
	for _, res := range log.Runs[0].Results {
		if res.Level == "note" {
			low++
		}
	}
	notes := log.Runs[0].Invocations[0].ToolExecutionNotifications
	if low != 1 || len(notes) != 1 || !strings.Contains(notes[0].Message.Text, "2 results were left out") {
		t.Errorf("the mildest were to go, with a note: %d mild ones left, %+v", low, notes)
	}
}

func TestSARIFRuleIsAsSevereAsItsWorstResult(t *testing.T) {
	fail := finding.Finding{Rule: "R", Status: finding.Fail, Severity: finding.Medium}
	worse := fail
	worse.Severity = finding.Critical
	log := sarif(finding.Report{Findings: []finding.Finding{fail, worse}, Rules: map[string]finding.Rule{"R": {Severity: finding.Medium}}})
	rule := log.Runs[0].Tool.Driver.Rules[0]
	if rule.Properties.SecuritySeverity != "9.5" || rule.DefaultConfiguration.Level != "error" {
		t.Errorf("got %+v", rule)
	}
}

func TestSARIFAnchorsWhatHasNoFile(t *testing.T) {
	at := func(root, file string, status finding.Status) finding.Finding {
		return finding.Finding{Rule: "R", Status: status, Resource: finding.Resource{Root: root, Address: "account"}, Location: finding.Location{File: file}}
	}
	log := sarif(finding.Report{Findings: []finding.Finding{
		at("b", "", finding.Fail), at("b", "b/z.tf", finding.Pass), at("b", "b/y.tf", finding.Pass), at("a", "a/x.tf", finding.Pass), at("c", "", finding.Fail),
	}})
	for i, want := range []string{"b/y.tf", "a/x.tf"} {
		l := log.Runs[i+1].Results[0].Locations[0].PhysicalLocation
		if l.ArtifactLocation.URI != want || l.Region.StartLine != 1 {
			t.Errorf("got %+v, want line 1 of %s", l.ArtifactLocation, want)
		}
	}
}

func TestURI(t *testing.T) {
	for in, want := range map[string]string{
		"main.tf": "main.tf", "a b/c#d?.tf": "a%20b/c%23d%3F.tf", "c:/x.tf": "c%3A/x.tf", "ü.tf": "%C3%BC.tf",
		"/abs/x y.tf": "file:///abs/x%20y.tf", "../up.tf": "../up.tf", "100%.tf": "100%25.tf",
	} {
		if got := uri(in); got != want {
			t.Errorf("uri(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestRunID(t *testing.T) {
	for in, want := range map[string]string{"": "hipaactl/", ".": "hipaactl/", "envs/prod": "hipaactl/envs/prod/", "../x": "hipaactl/x/", "/a/b/": "hipaactl/a/b/"} {
		if got := runID(sarifKey{"", in}); got != want {
			t.Errorf("runID(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestRunsOfCommands: what several commands found in one root does not replace each other on GitHub.
func TestRunsOfCommands(t *testing.T) {
	of := func(root, typ string) finding.Finding {
		return finding.Finding{Status: finding.Fail, Rule: typ, Resource: finding.Resource{Root: root, Type: typ}}
	}
	bucket, leak, tree, job, waiver := of(".", "aws_s3_bucket"), of(".", "hipaactl_phi"), of(".", "hipaactl_tree"), of(".", "hipaactl_pipeline_job"), of(".", "")
	tree.Status = finding.Pass
	var many []finding.Finding
	for n := range 21 {
		many = append(many, of(strconv.Itoa(n), "aws_s3_bucket"))
	}
	gap := []finding.Gap{{Root: ".", What: "a.txt"}}
	for name, c := range map[string]struct {
		report finding.Report
		want   []string
	}{
		"nothing":                {finding.Report{}, []string{"hipaactl/ 0 0"}},
		"an empty root":          {finding.Report{Coverage: finding.Coverage{Roots: []string{"a"}}}, []string{"hipaactl/a/ 0 0"}},
		"leaks":                  {finding.Report{Findings: []finding.Finding{leak, tree}, Coverage: finding.Coverage{Roots: []string{"."}}}, []string{"hipaactl-leaks/ 1 0"}},
		"leaks without a leak":   {finding.Report{Findings: []finding.Finding{tree}, Gaps: gap}, []string{"hipaactl-leaks/ 0 1"}},
		"leaks and its waiver":   {finding.Report{Findings: []finding.Finding{waiver, tree}}, []string{"hipaactl-leaks/ 1 0"}},
		"repo":                   {finding.Report{Findings: []finding.Finding{job}}, []string{"hipaactl-repo/ 1 0"}},
		"merged":                 {finding.Report{Findings: []finding.Finding{bucket, leak, job, waiver}, Gaps: gap}, []string{"hipaactl/ 2 1", "hipaactl-leaks/ 1 1", "hipaactl-repo/ 1 1"}},
		"one id":                 {finding.Report{Findings: []finding.Finding{bucket, of("", "aws_iam_role"), of("../x", "aws_kms_key"), of("x", "aws_kms_key")}}, []string{"hipaactl/ 2 0", "hipaactl/x/ 2 0"}},
		"many roots, and a leak": {finding.Report{Findings: append(many, leak)}, []string{"hipaactl/ 21 0", "hipaactl-leaks/ 1 0"}},
	} {
		var got []string
		for _, p := range sarifParts(c.report) {
			got = append(got, fmt.Sprintf("%s %d %d", p.id, len(p.fails), len(p.gaps)))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestSemantic(t *testing.T) {
	for in, want := range map[string]string{"v1.2.3": "1.2.3", "0.1.0-rc.1+x": "0.1.0-rc.1+x", "(devel)": "", "": "", "1.2": ""} {
		if got := semantic(in); got != want {
			t.Errorf("semantic(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJUnitCounts(t *testing.T) {
	var got junitSuites
	if err := xml.Unmarshal([]byte(render(t, JUnit, sample())), &got); err != nil {
		t.Fatal(err)
	}
	type line struct {
		name                             string
		tests, failures, errors, skipped int
	}
	var lines []line
	for _, s := range got.Suites {
		lines = append(lines, line{s.Name, s.Tests, s.Failures, s.Errors, s.Skipped})
	}
	want := []line{
		{"45 CFR 164.312(a)(1) Access control", 2, 1, 0, 0},
		{"45 CFR 164.312(a)(2)(iv) Encryption and decryption", 2, 1, 0, 1},
		{"45 CFR 164.312(b) Audit controls", 3, 1, 0, 2},
		{"45 CFR 164.312(e)(1) Transmission security", 2, 1, 0, 0},
		{"not read", 2, 0, 2, 0},
	}
	if d := cmp.Diff(want, lines, cmp.AllowUnexported(line{})); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestJUnitMatchesItsSchemas needs the schemas of Ant and Jenkins, which are not ours to
// ship, and xmllint. CI has both and accepts no skip.
func TestJUnitMatchesItsSchemas(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "schema", "junit")
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed (Debian: libxml2-utils)")
	}
	for _, schema := range []string{"ant-junit.xsd", "jenkins-junit-10.xsd"} {
		xsd := filepath.Join(dir, schema)
		if _, err := os.Stat(xsd); err != nil {
			t.Skipf("the schema is not beside the repository: %v", err)
		}
		for name, r := range map[string]finding.Report{"sample": sample(), "hostile": hostileReport(), "account": account(), "nothing": {Time: sample().Time}} {
			file := filepath.Join(t.TempDir(), "report.xml")
			if err := os.WriteFile(file, []byte(render(t, JUnit, r)), 0o600); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.CommandContext(t.Context(), xmllint, "--noout", "--schema", xsd, file).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", schema, name, err, out)
			}
		}
	}
}

func TestJUnitOfNothingIsXML(t *testing.T) {
	var got junitSuites
	if err := xml.Unmarshal([]byte(render(t, JUnit, finding.Report{})), &got); err != nil || len(got.Suites) != 0 {
		t.Errorf("got %+v, %v", got, err)
	}
	odd := finding.Report{Findings: []finding.Finding{{Rule: "R", Status: finding.Fail}}}
	if err := xml.Unmarshal([]byte(render(t, JUnit, odd)), &got); err != nil || len(got.Suites) != 1 || got.Suites[0].Name != "other" {
		t.Errorf("a rule that cites nothing got lost: %+v, %v", got, err)
	}
}
