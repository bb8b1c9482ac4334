package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/policies"
)

// TestProfiles holds every profile against the policies: its thresholds are declared and
// none is laxer than the default, and its citations are those of the rule as it is.
func TestProfiles(t *testing.T) {
	if d := cmp.Diff([]string{"default", "nprm-2025", "strict"}, profileNames()); d != "" {
		t.Error(d)
	}
	all, err := checks.Load(checks.Options{Embedded: policies.FS, KnownCitation: hipaa.Known})
	if err != nil {
		t.Fatal(err)
	}
	declared := declaredParams(all.List())
	for _, name := range profileNames() {
		p, err := loadProfile(name)
		if err != nil {
			t.Fatal(err)
		}
		set, err := p.thresholds(declared)
		if err != nil {
			t.Error(err)
		}
		for key, text := range set {
			v, err := declared[key].Parse(text)
			if err != nil || v == declared[key].Default || declared[key].Laxer(v) {
				t.Errorf("%s: %s = %s is not stricter than the default (%v)", name, key, text, err)
			}
		}
		for _, c := range p.Raise.Citations {
			if !hipaa.Names(c) {
				t.Errorf("%s: %s is no paragraph", name, c)
			}
		}
		if _, err := finding.ParseSeverity(string(p.Raise.To)); p.Raise.To != "" && err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if p.NotLaw != (name == "nprm-2025") {
			t.Errorf("%s: not law is %v", name, p.NotLaw)
		}
	}
}

func TestProfileThresholdsAreChecked(t *testing.T) {
	declared := map[string]checks.Param{"A.days": {Type: "number", Default: 1.0}}
	for want, v := range map[string]item{
		"profile p: A.hours: no policy declares it": {"A.hours=3", "!!int", 1},
		"profile p: A.days: want a number":          {"A.days=3", "!!str", 1},
	} {
		p := profile{name: "p", params: []item{v}}
		if _, err := p.thresholds(declared); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

const profiled = `
resource "aws_db_instance" "db" {
  storage_encrypted = false
}
resource "aws_iam_account_password_policy" "p" {
  minimum_password_length = 13
}
`

// scanned is the JSON report of a scan of the working directory.
func scanned(t *testing.T, args ...string) finding.Report {
	t.Helper()
	stdout, stderr, code := invoke(t, nil, append([]string{"scan", "-f", "json", "-q"}, args...)...)
	var r finding.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil || code > 1 {
		t.Fatalf("exit %d, %v, %s", code, err, stderr)
	}
	return r
}

// lengthFails tells whether the rule on the length of passwords fails.
func lengthFails(r finding.Report) bool {
	for _, f := range r.Findings {
		if f.Rule == "HIPAA-IAM-001" && f.Assertion == "length" && f.Status == finding.Fail {
			return true
		}
	}
	return false
}

// TestProfileLayers puts a profile below every other way to set a threshold.
func TestProfileLayers(t *testing.T) {
	const length = "HIPAA-IAM-001.minimum_length"
	tests := []struct {
		name, file string
		args       []string
		want       any
		overridden []string
	}{
		{"the default", "", nil, 12.0, nil},
		{"profile", "", []string{"--rule-profile", "strict"}, 14.0, []string{}},
		{"profile of the file", "profile: strict\n", nil, 14.0, []string{}},
		{"default beats the file's", "profile: strict\n", []string{"--rule-profile", "default"}, 12.0, nil},
		{"the file's threshold beats the profile", "profile: strict\nparams: {" + length + ": 16}\n", nil, 16.0, []string{}},
		{"also a laxer one, which is named", "params: {" + length + ": 12}\n", []string{"--rule-profile", "strict"}, 12.0, []string{length}},
		{"a flag beats both", "profile: strict\nparams: {" + length + ": 16}\n", []string{"--param", length + "=13"}, 13.0, []string{length}},
	}
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", profiled)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			writeTest(t, configName, tt.file)
			r := scanned(t, tt.args...)
			if got := r.Rules["HIPAA-IAM-001"].Params["minimum_length"]; got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
			var overridden []string
			if r.Profile != nil {
				overridden = r.Profile.Overridden
			}
			if d := cmp.Diff(tt.overridden, overridden); d != "" {
				t.Error(d)
			}
			if want := tt.want.(float64) > 13; lengthFails(r) != want {
				t.Errorf("13 characters fail: %v, want %v", !want, want)
			}
		})
	}
}

// TestProposalIsMarked looks for the words in every document.
func TestProposalIsMarked(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", profiled)
	for _, format := range []string{"text", "json", "junit", "sarif"} {
		stdout, stderr, _ := invoke(t, nil, "scan", "-f", format, "--rule-profile", "nprm-2025")
		mark := "nprm-2025 (not law)"
		if format == "json" {
			mark = `"not_law": true`
		}
		if !strings.Contains(stdout, mark) || format != "text" && !strings.Contains(stderr, "nprm-2025 (not law)") {
			t.Errorf("%s is not marked: %s%s", format, stdout, stderr)
		}
		if stdout, stderr, _ = invoke(t, nil, "scan", "-f", format); strings.Contains(stdout+stderr, "nprm") {
			t.Errorf("%s is marked by default", format)
		}
	}
	r := scanned(t, "--rule-profile", "nprm-2025")
	if d := cmp.Diff([]string{"164.312(b)(2)"}, r.Rules["HIPAA-RDS-001"].Proposed); d != "" {
		t.Error(d)
	}
	if got := scanned(t, "--rule-profile", "strict").Rules["HIPAA-RDS-001"].Proposed; got != nil {
		t.Errorf("strict shows proposed paragraphs: %v", got)
	}
}

// TestProposalBesideTheLaw: what the proposal would make of a specification never takes the
// place of what it is.
func TestProposalBesideTheLaw(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", profiled)
	for format, want := range map[string][]string{
		"text":  {"(addressable; required as proposed in 90 FR 898 (not law))"},
		"json":  {`"kind": "addressable",` + "\n          " + `"proposed": "required"`},
		"junit": {`<property name="kind" value="addressable; required as proposed in 90 FR 898 (not law)">`},
		"sarif": {"(addressable; required as proposed in 90 FR 898 (not law))"},
		"html":  {`<span class="kind">addressable; required as proposed in 90 FR 898 (not law)</span>`},
		"oscal": {`"name": "proposed-kind-not-law",`, `"value": "required"`},
	} {
		args := []string{"scan", "-f", format, "--rule", "HIPAA-RDS-001"}
		stdout, stderr, _ := invoke(t, nil, append(args, "--rule-profile", "nprm-2025")...)
		joined := strings.Join(strings.Fields(stdout), " ")
		for _, text := range want {
			if !strings.Contains(joined, strings.Join(strings.Fields(text), " ")) {
				t.Errorf("%s does not say %q: %s%s", format, text, stdout, stderr)
			}
		}
		for _, profile := range []string{"default", "strict"} {
			if stdout, _, _ = invoke(t, nil, append(args, "--rule-profile", profile)...); strings.Contains(stdout, "proposed") {
				t.Errorf("%s speaks of the proposal under %s", format, profile)
			}
		}
	}
	for id, rule := range scanned(t, "--rule-profile", "nprm-2025").Rules {
		for _, c := range rule.Citations {
			if known, _ := hipaa.Lookup(c.ID); c.Kind != string(known.Kind) || (c.Proposed == "required") != (c.Kind == "addressable") {
				t.Errorf("%s: %+v", id, c)
			}
		}
	}
}

// TestLaxerIsSaid: every document names what asks for less than the default, and for less
// than the profile even where that is the default.
func TestLaxerIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", profiled)
	for _, format := range []string{"text", "json", "junit", "sarif"} {
		stdout, _, _ := invoke(t, nil, "scan", "-f", format, "--param", "HIPAA-IAM-001.minimum_length=13")
		if strings.Contains(stdout, "laxer\": true") || strings.Contains(stdout, "laxer than") || strings.Contains(stdout, `"laxer"`) && format != "json" {
			t.Errorf("%s calls a stricter value laxer", format)
		}
		stdout, _, _ = invoke(t, nil, "scan", "-f", format, "--param", "HIPAA-IAM-001.minimum_length=9")
		for _, want := range map[string][]string{
			"text":  {"HIPAA-IAM-001.minimum_length = 9 (default 12), laxer than the default"},
			"json":  {`"value": 9`, `"laxer": true`},
			"junit": {`name="laxer" value="HIPAA-IAM-001.minimum_length = 9 (default 12)"`},
			"sarif": {`"laxer": "HIPAA-IAM-001.minimum_length = 9 (default 12)"`},
		}[format] {
			if !strings.Contains(strings.Join(strings.Fields(stdout), " "), want) {
				t.Errorf("%s does not say %q:\n%s", format, want, stdout)
			}
		}
		stdout, _, _ = invoke(t, nil, "scan", "-f", format, "--rule-profile", "strict", "--param", "HIPAA-RDS-001.customer_key=false")
		want := map[string]string{
			"text":  "set laxer than the profile has it: HIPAA-RDS-001.customer_key",
			"json":  `"overridden": [ "HIPAA-RDS-001.customer_key" ]`,
			"junit": `name="laxer" value="HIPAA-RDS-001.customer_key (than the profile strict)"`,
			"sarif": `"laxer": "HIPAA-RDS-001.customer_key (than the profile strict)"`,
		}[format]
		if !strings.Contains(strings.Join(strings.Fields(stdout), " "), want) {
			t.Errorf("%s does not say %q:\n%s", format, want, stdout)
		}
	}
}

func TestRaise(t *testing.T) {
	p := profile{}
	p.Raise.To, p.Raise.Citations = finding.High, []string{"164.312(e)(2)"}
	below, other := []finding.Citation{{ID: "164.312(e)(2)(ii)"}}, []finding.Citation{{ID: "164.312(e)(1)"}}
	r := finding.Report{Rules: map[string]finding.Rule{"A": {Severity: finding.Medium, Citations: below}, "B": {Severity: finding.Medium, Citations: other}}}
	for _, s := range finding.Severities() {
		r.Findings = append(r.Findings, finding.Finding{Rule: "A", Severity: s}, finding.Finding{Rule: "B", Severity: s})
	}
	p.raise(&r)
	got := map[string]int{}
	for _, f := range r.Findings {
		got[f.Rule+" "+string(f.Severity)]++
	}
	want := map[string]int{
		"A critical": 1, "A high": 3, "A info": 1,
		"B critical": 1, "B high": 1, "B medium": 1, "B low": 1, "B info": 1,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if r.Rules["A"].Severity != finding.High || r.Rules["B"].Severity != finding.Medium {
		t.Errorf("got %v", r.Rules)
	}
}
