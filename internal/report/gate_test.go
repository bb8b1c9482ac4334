package report

import (
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

func TestGate(t *testing.T) {
	finds := func(all ...finding.Finding) []finding.Finding { return all }
	fail := func(s finding.Severity) finding.Finding { return finding.Finding{Status: finding.Fail, Severity: s} }
	unknown := func(s finding.Severity) finding.Finding {
		return finding.Finding{Status: finding.Unknown, Severity: s}
	}
	waived := fail(finding.Critical)
	waived.Waiver = &finding.Waiver{}
	waivedUnknown := unknown(finding.Critical)
	waivedUnknown.Waiver = &finding.Waiver{}
	never := Gate{}
	tests := []struct {
		name       string
		gate       Gate
		incomplete bool
		findings   []finding.Finding
		want       int
	}{
		{"nothing found", DefaultGate(), false, nil, ExitClean},
		{"low fails by default", DefaultGate(), false, finds(fail(finding.Low)), ExitTripped},
		{"info never does", DefaultGate(), false, finds(fail(finding.Info)), ExitClean},
		{"passes do not", DefaultGate(), false, finds(finding.Finding{Status: finding.Pass, Severity: finding.Critical}), ExitClean},
		{"not applicable does not", DefaultGate(), false, finds(finding.Finding{Status: finding.NotApplicable, Severity: finding.Critical}), ExitClean},
		{"unknowns do not by default", DefaultGate(), false, finds(unknown(finding.Critical)), ExitClean},
		{"waived does not", DefaultGate(), false, finds(waived), ExitClean},
		{"threshold not reached", Gate{FailOn: finding.Critical}, false, finds(fail(finding.High)), ExitClean},
		{"threshold reached", Gate{FailOn: finding.High}, false, finds(fail(finding.High)), ExitTripped},
		{"never", never, false, finds(fail(finding.Critical)), ExitClean},
		{"asked for unknowns", Gate{FailOn: finding.Low, FailOnUnknown: true}, false, finds(unknown(finding.Low)), ExitTripped},
		{"unknown advice", Gate{FailOn: finding.Low, FailOnUnknown: true}, false, finds(unknown(finding.Info)), ExitClean},
		{"mild unknown under a high threshold", Gate{FailOn: finding.Critical, FailOnUnknown: true}, false, finds(unknown(finding.High)), ExitClean},
		{"unknown without a threshold", Gate{FailOnUnknown: true}, false, finds(unknown(finding.Low), fail(finding.Critical)), ExitTripped},
		{"waived unknown", Gate{FailOnUnknown: true}, false, finds(waivedUnknown), ExitClean},
		{"incomplete", DefaultGate(), true, nil, ExitIncomplete},
		{"tripped outranks incomplete", DefaultGate(), true, finds(fail(finding.Low)), ExitTripped},
		{"incomplete even if nothing fails the build", never, true, finds(fail(finding.Low)), ExitIncomplete},
		{"incomplete but allowed", Gate{FailOn: finding.Low, AllowIncomplete: true}, true, nil, ExitClean},
		{"allowed does not forgive fails", Gate{FailOn: finding.Low, AllowIncomplete: true}, true, finds(fail(finding.Low)), ExitTripped},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := finding.Report{Complete: !tt.incomplete, Findings: tt.findings}
			if got := tt.gate.Judge(r); got.Code != tt.want {
				t.Errorf("got %+v, want code %d", got, tt.want)
			}
		})
	}
}

func TestParseFailOn(t *testing.T) {
	for in, want := range map[string]finding.Severity{"critical": finding.Critical, "low": finding.Low, "never": ""} {
		if got, err := ParseFailOn(in); err != nil || got != want {
			t.Errorf("ParseFailOn(%q) = %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "info", "High", "unknown"} {
		if _, err := ParseFailOn(in); err == nil {
			t.Errorf("ParseFailOn(%q) is accepted", in)
		}
	}
}

// TestGateForPHI looks at what holds PHI or may, and is not green where nothing is marked.
func TestGateForPHI(t *testing.T) {
	all := finding.Report{Complete: true, PHIOnly: &finding.PHIOnly{Yes: 1}, Findings: []finding.Finding{
		{Status: finding.Fail, Severity: finding.High, PHI: "yes"},
		{Status: finding.Fail, Severity: finding.High, PHI: "unknown"},
		{Status: finding.Fail, Severity: finding.Critical, PHI: "no"},
		{Status: finding.Fail, Severity: finding.Critical, PHI: "unmarked"},
		{Status: finding.Fail, Severity: finding.Critical},
		{Status: finding.Unknown, Severity: finding.High, PHI: "yes"},
		{Status: finding.Unknown, Severity: finding.High, PHI: "no"},
	}}
	if got, want := (Gate{FailOn: finding.Low, FailOnUnknown: true}).Judge(all), (Outcome{Code: ExitTripped, Fails: 2, Unknowns: 1}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	none := all
	none.PHIOnly, none.Findings = &finding.PHIOnly{}, all.Findings[2:5]
	tests := []struct {
		gate Gate
		code int
		says string
	}{
		{DefaultGate(), ExitIncomplete, "nothing is marked as PHI, so the gate looked at nothing"},
		{Gate{FailOn: finding.Low, AllowIncomplete: true}, ExitClean, "nothing is marked as PHI, so the gate looked at nothing, which was allowed"},
	}
	for _, tt := range tests {
		if got := tt.gate.Judge(none); got.Code != tt.code || got.String() != tt.says {
			t.Errorf("%+v: got %d, %q", tt.gate, got.Code, got)
		}
	}
	// A failure on what nothing seen is declared as trips it all the same.
	none.Findings = all.Findings[1:]
	if got := DefaultGate().Judge(none); got.Code != ExitTripped {
		t.Errorf("got %d", got.Code)
	}
}

// TestGateForPHIIsNamed finds what the gate looked at in every format that has a place for it.
func TestGateForPHIIsNamed(t *testing.T) {
	r := sample()
	r.PHIOnly = &finding.PHIOnly{Yes: 3, Unknown: 1}
	const says = "--phi-only: the gate looks at 3 resources that hold PHI and 1 that may"
	for format, want := range map[string]string{
		"text": says + ", not at 1 other", "junit": `name="gate" value="` + says + `"`, "sarif": `"gate": "` + says + `"`,
		"json": "\"phi_only\": {\n    \"yes\": 3,\n    \"unknown\": 1\n  }",
	} {
		f, err := Lookup(format)
		if err != nil {
			t.Fatal(err)
		}
		if got := render(t, f, r); !strings.Contains(got, want) {
			t.Errorf("%s has no %q", format, want)
		}
	}
	for only, want := range map[finding.PHIOnly]string{
		{}: "the gate looks at nothing", {Yes: 1}: "1 resource that holds PHI", {Unknown: 2}: "2 resources that may hold PHI",
	} {
		if got := scopeOf(only); !strings.HasSuffix(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for want, got := range map[string]string{
		"1 failure": Count(1, "failure"), "0 failures": Count(0, "failure"), "2 entries": Count(2, "entry"), "1 entry": Count(1, "entry"), "3 days": Count(3, "day"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
