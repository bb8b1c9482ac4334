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
