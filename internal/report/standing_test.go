package report

import (
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// TestStandings: what may be said of a citation, from what was seen.
func TestStandings(t *testing.T) {
	const encrypted, review, sanctions = "164.312(a)(2)(iv)", "164.308(a)(1)(ii)(D)", "164.308(a)(1)(ii)(C)"
	one := func(status finding.Status) []finding.Finding {
		return []finding.Finding{{Rule: "R", Status: finding.Pass}, {Rule: "R", Status: status}}
	}
	tests := []struct {
		name, citation string
		findings       []finding.Finding
		change         func(*finding.Report)
		want           verdict
	}{
		{"all pass and configuration decides", encrypted, one(finding.Pass), nil, proved},
		{"all pass and a scan shows part", review, one(finding.Pass), nil, partly},
		{"all pass and no scan shows it", sanctions, one(finding.Pass), nil, unprovable},
		{"one fails", encrypted, one(finding.Fail), nil, failed},
		{"one fails where no scan proves", sanctions, one(finding.Fail), nil, failed},
		{"one is unknown", encrypted, one(finding.Unknown), nil, undecided},
		{"none applied", encrypted, one(finding.NotApplicable)[1:], nil, unexamined},
		{"none there", encrypted, nil, nil, unexamined},
		{"one waived", encrypted, []finding.Finding{{Rule: "R", Status: finding.Fail, Waiver: &finding.Waiver{}}, {Rule: "R", Status: finding.Pass}}, nil, partly},
		{"not all read", encrypted, one(finding.Pass), func(r *finding.Report) { r.Complete = false }, partly},
		{"laxer", encrypted, one(finding.Pass), func(r *finding.Report) { r.Parameters = []finding.Parameter{{Rule: "R", Laxer: true}} }, partly},
		{"another rule laxer", encrypted, one(finding.Pass), func(r *finding.Report) { r.Parameters = []finding.Parameter{{Rule: "Q", Laxer: true}} }, proved},
		{"shown by the way", encrypted, one(finding.Pass), func(r *finding.Report) {
			r.Rules["R"] = finding.Rule{Citations: []finding.Citation{{ID: review}, {ID: encrypted}}}
		}, partly},
		{"rules left out", encrypted, one(finding.Pass), func(r *finding.Report) { r.Coverage.RulesSkipped = []string{"Q"} }, partly},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := finding.Report{Complete: true, Findings: tt.findings, Rules: map[string]finding.Rule{"R": {Citations: []finding.Citation{{ID: tt.citation}}}}}
			if tt.change != nil {
				tt.change(&r)
			}
			r.Finish()
			for _, s := range standings(r) {
				want := unexamined
				if s.Evidence == hipaa.Manual {
					want = unprovable
				}
				switch s.ID {
				case tt.citation:
					want = tt.want
				case r.Rules["R"].Citations[0].ID:
					want = s.Verdict
				}
				if s.Verdict != want || len(s.Why) == 0 {
					t.Errorf("%s is %s (%v), want %s", s.ID, s.Verdict, s.Why, want)
				}
			}
		})
	}
}
