package report

import (
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
