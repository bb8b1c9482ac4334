package report

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// table reads CSV as a program would: a map for each row.
func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := make([]map[string]string, 0, len(rows))
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

func TestCSVHasARowForEachCitationOfEachFinding(t *testing.T) {
	var got []string
	for _, row := range table(t, render(t, CSV, sample())) {
		if row["fingerprint"] != "" {
			got = append(got, strings.Join([]string{row["citation"], row["specification"], row["status"], row["waived"], row["rule"], row["address"]}, " "))
		}
	}
	want := []string{
		"164.312(b) required standard fail no HIPAA-VPC-001 module.net.aws_vpc.this[0]",
		"164.312(a)(1) standard pass no HIPAA-S3-003 aws_s3_bucket.logs",
		"164.312(e)(1) standard pass no HIPAA-S3-003 aws_s3_bucket.logs",
		"164.312(b) required standard fail yes HIPAA-VPC-001 aws_vpc.sandbox",
		"164.312(b) required standard not applicable no HIPAA-VPC-001 aws_default_vpc.this",
		"164.312(a)(2)(iv) addressable unknown no HIPAA-RDS-001 aws_db_instance.main",
		"164.312(a)(2)(iv) addressable fail no HIPAA-RDS-001 aws_db_instance.main",
		"164.312(b) required standard unknown no HIPAA-VPC-001 aws_vpc.main",
		`164.312(a)(1) standard fail no HIPAA-S3-003 module.store["a"].aws_s3_bucket.records`,
		`164.312(e)(1) standard fail no HIPAA-S3-003 module.store["a"].aws_s3_bucket.records`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

// TestCSVSaysWhatWasNotSeen: each citation has a row, and so has all that has no verdict.
func TestCSVSaysWhatWasNotSeen(t *testing.T) {
	r := sample()
	r.Coverage.RulesSkipped = []string{"HIPAA-X-001"}
	shown := AtLeast(r, finding.High)
	count := map[string]int{}
	citations := map[string]bool{}
	for _, row := range table(t, render(t, CSV, shown)) {
		citations[row["citation"]] = true
		if row["fingerprint"] == "" {
			count[row["status"]]++
		}
	}
	want := map[string]int{"run": 1, "not shown": 1, "not read": 2, "no rule for type": 2, "rule left out": 1, "laxer parameter": 1, "no automated check": 1}
	want["nothing judged"] = len(hipaa.All()) - 4 // 164.312(a)(1), (b), (e)(1) and the unprovable one
	if d := cmp.Diff(want, count); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	for _, c := range hipaa.All() {
		if !citations[c.ID] {
			t.Errorf("%s has no row", c.ID)
		}
	}
	for _, row := range table(t, render(t, CSV, shown)) {
		if row["status"] == "not shown" && row["message"] != "5 findings of this run, not listed here" {
			t.Errorf("got %q", row["message"])
		}
		if row["status"] == "not read" && (row["message"] == "" || row["to_settle"] == "" || row["file"] == "") {
			t.Errorf("a gap without its reason: %v", row)
		}
		if row["status"] == "no automated check" && row["to_settle"] == "" {
			t.Errorf("nothing to provide for %s", row["citation"])
		}
	}
}

func TestCSVIsRFC4180(t *testing.T) {
	text := render(t, CSV, finding.Report{})
	if !strings.HasPrefix(text, "citation,") || strings.Count(text, "\r\n") != strings.Count(text, "\n") || !strings.HasSuffix(text, "\r\n") {
		t.Errorf("got %q", text[:200])
	}
	if n := len(table(t, text)); n != 1+len(hipaa.All()) {
		t.Errorf("%d rows of nothing, want one of the run and one of each citation", n)
	}
}

func TestInert(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "aws_s3_bucket.logs": "aws_s3_bucket.logs", "a=1": "a=1", "x-y@z": "x-y@z",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\tx": "'\tx",
		"  =1": "'  =1", `"=1`: `'"=1`, "'=1": "''=1", "\u00a0 “=1": "'\u00a0 “=1", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"a;=1": "a;'=1", `a; "=1; b`: `a;' "=1; b`, "a; b": "a; b", ";": ";", " ": " ", "\xff=1": "\xff=1",
	} {
		if got := inert(in); got != want {
			t.Errorf("inert(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNoCellIsAFormula: whatever field a formula comes in.
func TestNoCellIsAFormula(t *testing.T) {
	for _, formula := range []string{`=cmd|' /C calc'!A0`, "+1", "-1", "@SUM(1)", "\t=1", "\n=1", " =1", "＝1", `"=1`} {
		r := sample()
		for i := range r.Findings {
			f := &r.Findings[i]
			f.Resource = finding.Resource{Root: formula, Address: formula, Type: formula, Account: formula, Region: formula, ARN: formula, Source: "live"}
			f.Rule, f.Assertion, f.Message, f.PHI, f.PHIWhy, f.Baseline, f.Fingerprint = formula, formula, formula, formula, formula, formula, formula
			f.Location = finding.Location{File: formula, Callers: []finding.Place{{File: formula}}}
			f.Causes = []finding.Cause{{What: formula, Settle: formula}}
			f.Evidence = []finding.Evidence{{Path: formula, Value: formula}}
			f.Waiver = &finding.Waiver{Kind: formula, Reason: formula, Measure: formula, Approver: formula, Expires: formula}
		}
		r.Rules = map[string]finding.Rule{formula: {
			Title: formula, Remediation: formula, Proposed: []string{formula}, Assertions: map[string]string{formula: formula},
			Citations: []finding.Citation{{ID: formula, Title: formula, Kind: formula}},
		}}
		r.Time.Started, r.Tool.Name = formula, formula
		r.Gaps[0].What, r.Gaps[0].Root = formula, formula
		r.Coverage.UnjudgedTypes[0].Name = formula
		for _, row := range table(t, render(t, CSV, r)) {
			for column, cell := range row {
				if lead := strings.TrimLeft(cell, " \"\u00a0"); lead != "" && strings.ContainsRune(starters, []rune(lead)[0]) {
					t.Errorf("%s: %q is a formula", column, cell)
				}
			}
		}
	}
}

// FuzzInert: no cell begins a formula, and what could not is left alone.
func FuzzInert(f *testing.F) {
	f.Add("=1+1;=2")
	f.Add(" \"@x")
	f.Fuzz(func(t *testing.T, s string) {
		got := inert(s)
		if strings.ReplaceAll(got, "'", "") != strings.ReplaceAll(s, "'", "") {
			t.Fatalf("inert(%q) = %q changes the text", s, got)
		}
		for _, cell := range strings.Split(got, ";") {
			if lead := strings.TrimLeft(cell, " \""); lead != "" && strings.ContainsRune(starters, []rune(lead)[0]) {
				t.Fatalf("inert(%q) = %q begins a formula", s, got)
			}
		}
	})
}

// TestCSVEndsWithTheErrorOfItsFindings: a file that broke off must not look whole.
func TestCSVEndsWithTheErrorOfItsFindings(t *testing.T) {
	broken := func(yield func(finding.Finding, error) bool) {
		_ = yield(sample().Findings[0], nil) && yield(finding.Finding{}, errors.New("the result changed"))
	}
	if err := StreamCSV(io.Discard, sample(), broken); err == nil || !strings.Contains(err.Error(), "the result changed") {
		t.Errorf("got %v", err)
	}
}

func TestCSVOfAProposalAndOfOtherTools(t *testing.T) {
	r := attachedSample()
	r.Profile = &finding.Profile{Name: "nprm-2025", Title: "as proposed", NotLaw: true, Overridden: []string{"HIPAA-RDS-001.min_days"}}
	rule := r.Rules["HIPAA-RDS-001"]
	rule.Proposed = []string{"164.312(b)(2)"}
	rule.Citations = []finding.Citation{encryption}
	rule.Citations[0].Proposed = "required"
	r.Rules["HIPAA-RDS-001"] = rule
	var got []string
	for _, row := range table(t, render(t, CSV, r)) {
		switch {
		case row["status"] == "run":
			got = append(got, row["message"])
		case row["status"] == "supporting evidence":
			got = append(got, row["citation"]+" "+row["message"][:30])
		case row["status"] == "laxer parameter", row["rule"] == "HIPAA-RDS-001" && row["status"] == "fail":
			got = append(got, row["rule"]+" "+row["message"]+", "+row["proposed_not_law"])
		}
	}
	want := []string{
		"hipaactl v1.2.3; policies SHA-256 0f; read envs; profile nprm-2025 (not law): as proposed; incomplete",
		"HIPAA-RDS-001 min_days = 3 (default 7), 164.312(b)(2)",
		"HIPAA-RDS-001 min_days is set laxer than the profile nprm-2025 has it, 164.312(b)(2)",
		"164.308(a)(1)(ii)(A) It names what a risk analysis ",
		"164.312(a)(1) It is about access. a tool tha",
		"164.308(a)(1)(ii)(A) It names what a risk analysis ",
		"164.312(a)(1) It is about access. ZAP 2.15.0",
		" gitleaks (secret-scan); the do",
		"HIPAA-RDS-001 kms_key_id is not set, would be required; 164.312(b)(2)",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
