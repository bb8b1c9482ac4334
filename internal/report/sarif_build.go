package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	homepage    = "https://github.com/hipaactl/hipaactl"

	// What GitHub takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning.
	maxRuns    = 20
	maxResults = 25000
	maxTags    = 20
)

func sarif(r finding.Report) sarifLog {
	r.Findings = anchored(r.Findings)
	log := sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{}}
	for _, part := range sarifParts(r) {
		log.Runs = append(log.Runs, part.run(r))
	}
	return log
}

// anchored gives findings without a file, those about a whole account, the first file of
// their root, else of all: GitHub shows no alert without one.
func anchored(findings []finding.Finding) []finding.Finding {
	first := map[string]string{}
	for _, f := range findings {
		for _, root := range []string{f.Resource.Root, ""} {
			if file := f.Location.File; file != "" && (first[root] == "" || file < first[root]) {
				first[root] = file
			}
		}
	}
	findings = slices.Clone(findings)
	for i := range findings {
		if f := &findings[i]; f.Location.File == "" && !live(*f) {
			f.Location.File = cmp.Or(first[f.Resource.Root], first[""])
		}
	}
	return findings
}

// Anchored is the report with what was read live in a file of the repository, for SARIF:
// an account is in no file, and GitHub shows an alert only in one. The file is
// slash-separated, as the findings of code name theirs.
func Anchored(r finding.Report, file string) finding.Report {
	r.Findings = slices.Clone(r.Findings)
	for i := range r.Findings {
		if f := &r.Findings[i]; live(*f) {
			f.Location = finding.Location{File: file, Line: 1, EndLine: 1}
		}
	}
	return r
}

func (p sarifPart) run(r finding.Report) sarifRun {
	invocation := sarifInvocation{ExecutionSuccessful: len(p.gaps) == 0}
	for _, g := range p.gaps {
		n := sarifNotification{Level: "error", Message: sarifText{Text: sentence(gapLine(g))}}
		if g.File != "" {
			n.Locations = []sarifLocation{{PhysicalLocation: physical(g.File, g.Line, 0)}}
		}
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, n)
	}
	if len(p.fails) > maxResults {
		slices.SortStableFunc(p.fails, func(a, b finding.Finding) int { return cmp.Compare(a.Severity.Rank(), b.Severity.Rank()) })
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, sarifNotification{
			Level: "warning", Message: sarifText{Text: fmt.Sprintf("The mildest %d results were left out: GitHub takes %d.", len(p.fails)-maxResults, maxResults)},
		})
		p.fails = p.fails[:maxResults]
	}
	rules, index := p.rules(r)
	run := sarifRun{
		Tool: sarifTool{Driver: sarifDriver{
			Name: "hipaactl", FullName: "hipaactl, the HIPAA Security Rule as tests", InformationURI: homepage,
			Version: Plain(strings.TrimPrefix(r.Tool.Version, "v")), SemanticVersion: semantic(r.Tool.Version), Rules: rules,
		}},
		AutomationDetails: sarifAutomation{ID: p.id},
		Invocations:       []sarifInvocation{invocation},
		Results:           []sarifResult{},
		ColumnKind:        "utf16CodeUnits",
		Properties:        runProperties(r),
	}
	for _, f := range p.fails {
		res := result(f, r.Rules[f.Rule], index[f.Rule])
		if r.Baseline != nil {
			res.BaselineState = f.Baseline
		}
		run.Results = append(run.Results, res)
	}
	return run
}

// rules describes those that failed, each as severe as its worst result: a PHI resource
// can be worse than the rule's usual, and GitHub reads the severity from the rule alone.
func (p sarifPart) rules(r finding.Report) ([]sarifRule, map[string]int) {
	worst := map[string]finding.Severity{}
	for _, f := range p.fails {
		if w, ok := worst[f.Rule]; !ok || f.Severity.Rank() < w.Rank() {
			worst[f.Rule] = f.Severity
		}
	}
	rules, index := []sarifRule{}, map[string]int{}
	for _, f := range p.fails {
		if _, done := index[f.Rule]; done {
			continue
		}
		index[f.Rule] = -1
	}
	for _, id := range sortedKeys(index) {
		index[id] = len(rules)
		rules = append(rules, descriptor(id, r.Rules[id], worst[id]))
	}
	return rules, index
}

func result(f finding.Finding, rule finding.Rule, index int) sarifResult {
	level, _ := grade(f.Severity)
	name, qualified := f.Resource.Address, f.Resource.Address
	if f.Resource.Source == "live" {
		name, qualified = name+" in "+f.Resource.Root, cmp.Or(f.Resource.ARN, f.Resource.Root+"/"+name)
	}
	text := name + ": " + f.Message
	if f.Assertion != "" {
		text = name + ": " + title(f, rule) + ": " + f.Message
	}
	if way := PHIPath(f.PHIWhy, f.PHIPath); way != "" {
		text = sentence(text) + " PHI is " + way
	}
	at := primary(f)
	return sarifResult{
		RuleID: f.Rule, RuleIndex: index, Level: level, Message: sarifText{Text: sentence(text)},
		Locations: []sarifLocation{{
			PhysicalLocation: at,
			LogicalLocations: []sarifLogical{{FullyQualifiedName: Plain(qualified), Kind: "resource"}},
		}},
		RelatedLocations:    related(f, at),
		PartialFingerprints: map[string]string{"hipaactlFinding/v1": f.Fingerprint},
		Properties:          resultProperties(f),
	}
}

// primary is where GitHub shows the alert: it accepts only files of the repository.
func primary(f finding.Finding) sarifPhysical {
	at := entry(f)
	if live(f) {
		return physical(".", 0, 0) // no file has it: see Anchored
	}
	if at.File == f.Location.File {
		return physical(cmp.Or(at.File, f.Resource.Root, "."), at.Line, f.Location.EndLine)
	}
	return physical(at.File, at.Line, 0)
}

// related lists the places on the way that are not the primary one.
func related(f finding.Finding, at sarifPhysical) []sarifLocation {
	var out []sarifLocation
	add := func(p sarifPhysical, text string) {
		if p.ArtifactLocation == at.ArtifactLocation && p.Region.StartLine == at.Region.StartLine {
			return
		}
		id := len(out) + 1
		out = append(out, sarifLocation{ID: &id, PhysicalLocation: p, Message: &sarifText{Text: text}})
	}
	if f.Location.File != "" {
		add(physical(f.Location.File, f.Location.Line, f.Location.EndLine), "Declared here.")
	}
	for _, c := range f.Location.Callers {
		add(physical(c.File, c.Line, 0), "Called from here.")
	}
	return out
}

func physical(file string, line, end int) sarifPhysical {
	region := &sarifRegion{StartLine: max(line, 1)}
	if end > region.StartLine {
		region.EndLine = end
	}
	return sarifPhysical{ArtifactLocation: sarifArtifact{URI: uri(file)}, Region: region}
}

// uri percent-encodes a slash-separated path as a relative reference, RFC 3986 section 2:
// all but unreserved characters and the slashes, so that no colon reads as a scheme.
func uri(file string) string {
	const unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/"
	var b strings.Builder
	if strings.HasPrefix(file, "/") {
		b.WriteString("file://")
	}
	for _, c := range []byte(file) {
		if strings.IndexByte(unreserved, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
