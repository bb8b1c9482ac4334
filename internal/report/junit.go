package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// JUnit writes XML that both the Ant and the Jenkins schema accept. A suite is a
// citation, so a finding stands under each one it cites; a test case is a rule on a
// resource. A fail is a failure, or skipped where it was there before; unknown and waived are
// skipped with the reason, a gap is an error. What is not applicable was not tested and is left out.
func JUnit(w io.Writer, r finding.Report) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(junit(sorted(r))); err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("write JUnit: %w", err)
	}
	return nil
}

// The elements in the order that the Ant schema asks for.

type junitSuites struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Time       string          `xml:"time,attr"`
	Timestamp  string          `xml:"timestamp,attr"`
	Hostname   string          `xml:"hostname,attr"`
	ID         int             `xml:"id,attr"`
	Package    string          `xml:"package,attr"`
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
	Out        string          `xml:"system-out"`
	Err        string          `xml:"system-err"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	Time    string        `xml:"time,attr"`
	Skipped *junitSkipped `xml:"skipped"`
	Error   *junitProblem `xml:"error"`
	Failure *junitProblem `xml:"failure"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

type junitProblem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

func junit(r finding.Report) junitSuites {
	byCitation := map[string][]junitCase{}
	for _, f := range r.Findings {
		c, ok := testCase(f, r.Rules[f.Rule])
		if !ok {
			continue
		}
		cites := r.Rules[f.Rule].Citations
		if len(cites) == 0 {
			byCitation[""] = append(byCitation[""], c)
		}
		for _, id := range cites {
			byCitation[id.ID] = append(byCitation[id.ID], c)
		}
	}
	would := map[string]string{}
	for _, rule := range r.Rules {
		for _, c := range rule.Citations {
			would[c.ID] = c.Proposed
		}
	}
	var out junitSuites
	for _, c := range hipaa.All() {
		evidence := attachedTo(r, c.ID)
		if cases := byCitation[c.ID]; cases != nil || evidence != nil {
			out.add(r, "45 CFR "+c.ID+" "+c.Title, cases)
			out.evidence(evidence)
			if kind := would[c.ID]; kind != "" {
				suite := &out.Suites[len(out.Suites)-1]
				suite.Properties = append(suite.Properties, junitProperty{Name: "kind", Value: c.Label() + "; " + kind + " " + notLaw})
			}
			delete(byCitation, c.ID)
		}
	}
	for _, id := range sortedKeys(byCitation) {
		out.add(r, strings.TrimSpace("other "+id), byCitation[id])
	}
	if len(r.Gaps) > 0 {
		out.add(r, "not read", gapCases(r.Gaps))
	}
	return out
}

// evidence names in the last suite what other tools contribute; alone it makes a suite without tests.
func (s *junitSuites) evidence(lines []string) {
	suite := &s.Suites[len(s.Suites)-1]
	for _, line := range lines {
		suite.Properties = append(suite.Properties, junitProperty{Name: "evidence", Value: Plain(line)})
	}
}

func (s *junitSuites) add(r finding.Report, name string, cases []junitCase) {
	suite := junitSuite{
		Name: Plain(name), Tests: len(cases), Time: "0", Timestamp: strings.TrimSuffix(r.Time.Started, "Z"),
		Hostname: "localhost", ID: len(s.Suites), Package: "hipaactl", Cases: cases,
		Properties: []junitProperty{{Name: "version", Value: Plain(r.Tool.Version)}},
	}
	if r.PHIOnly != nil {
		suite.Properties = append(suite.Properties, junitProperty{Name: "gate", Value: scopeOf(*r.PHIOnly)})
	}
	if r.Profile != nil {
		suite.Properties = append(suite.Properties, junitProperty{Name: "profile", Value: Plain(r.Profile.String())})
	}
	for _, text := range laxer(r) {
		suite.Properties = append(suite.Properties, junitProperty{Name: "laxer", Value: Plain(text)})
	}
	for _, c := range cases {
		switch {
		case c.Failure != nil:
			suite.Failures++
		case c.Error != nil:
			suite.Errors++
		case c.Skipped != nil:
			suite.Skipped++
		}
	}
	s.Suites = append(s.Suites, suite)
}

// testCase is a finding as a test, and whether it is one.
func testCase(f finding.Finding, rule finding.Rule) (junitCase, bool) {
	c := junitCase{Class: Plain(f.Rule), Name: Plain(caseName(f)), Time: "0"}
	switch {
	case f.Waiver != nil:
		c.Skipped = &junitSkipped{Message: Plain("waived as " + decision(*f.Waiver))}
	case f.Status == finding.Fail && f.Baseline == "unchanged":
		c.Skipped = &junitSkipped{Message: Plain("in the baseline (" + string(f.Severity) + "): " + f.Message)}
	case f.Status == finding.Fail:
		c.Failure = &junitProblem{Message: Plain(f.Message), Type: string(f.Severity), Text: failureText(f, rule)}
	case f.Status == finding.Unknown:
		c.Skipped = &junitSkipped{Message: Plain("unknown: " + unknownReason(f))}
	case f.Status == finding.NotApplicable:
		return c, false
	}
	return c, true
}

// caseName is "module.db.aws_db_instance.main (envs/prod)", with the assertion where the
// rule has several.
func caseName(f finding.Finding) string {
	s := f.Resource.Address
	if f.Assertion != "" {
		s = f.Assertion + " " + s
	}
	if f.Resource.Root != "" && f.Resource.Root != "." {
		s += " (" + f.Resource.Root + ")"
	}
	return s
}

func failureText(f finding.Finding, rule finding.Rule) string {
	lines := []string{Plain(place(f)), Plain(title(f, rule)), Plain(f.Message)}
	if way := PHIPath(f.PHIWhy, f.PHIPath); way != "" {
		lines = append(lines, "PHI: "+Plain(way))
	}
	if rule.Remediation != "" {
		lines = append(lines, "How to fix: "+Plain(strings.Join(strings.Fields(rule.Remediation), " ")))
	}
	return strings.Join(lines, "\n")
}

func unknownReason(f finding.Finding) string {
	var why []string
	for _, c := range f.Causes {
		s := causeLine(c)
		if c.Settle != "" {
			s += "; to settle it: " + c.Settle
		}
		why = append(why, s)
	}
	if len(why) == 0 {
		return f.Message
	}
	return strings.Join(why, "; ")
}

func gapCases(gaps []finding.Gap) []junitCase {
	out := make([]junitCase, 0, len(gaps))
	for _, g := range gaps {
		out = append(out, junitCase{
			Class: "gap." + string(g.Kind), Name: Plain(strings.TrimPrefix(gapName(g), string(g.Kind)+" ")), Time: "0",
			Error: &junitProblem{Message: Plain(gapLine(g)), Type: string(g.Kind), Text: Plain(g.Settle)},
		})
	}
	return out
}
