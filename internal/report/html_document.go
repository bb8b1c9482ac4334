package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	g "maragu.dev/gomponents"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// document is the auditor's report.
type document struct {
	finding.Report
	page
	// Digest is the SHA-256 of the JSON report.
	Digest string
	// Word and Sentence are the verdict of the run by the default gate, and Outcome the gate's own.
	Word, Sentence string
	Outcome        Outcome
	// Hidden counts the findings that the summary has and the list has not.
	Hidden     int
	Sections   []section
	Standings  []standing
	Safeguards []safeguard
	Severities []severityRow
	Parts      []part
	Waivers    []row
	Assets     *inventoryView
}

// section is one entry of the contents, and how it is written.
type section struct {
	ID, Title string
	node      func(*document) g.Node
}

// contents are the sections of a report in order, without those that it has nothing for.
func contents(r finding.Report) []section {
	all := []section{{"scope", "Verdict and scope", scopeSection}, {"seen", "What was seen and what was not", seenSection}}
	if r.Comparison != nil {
		all = append(all, section{"trend", "What changed", trendSection})
	}
	all = append(all, section{"citations", "Verdict by safeguard and citation", citationsSection},
		section{"findings", "Findings and evidence", findingsSection}, section{"waivers", "Waivers", waiversSection})
	if len(r.Attached) > 0 {
		all = append(all, section{"attached", "Evidence of other tools", attachedSection})
	}
	return append(all, section{"inventory", "Assets, PHI and network", inventorySection}, section{"method", "Method", methodSection})
}

// Heading is "3. Findings and evidence".
func (d *document) Heading(id string) string {
	i := slices.IndexFunc(d.Sections, func(s section) bool { return s.ID == id })
	return fmt.Sprintf("%d. %s", i+1, d.Sections[i].Title)
}

func newDocument(r finding.Report, p page, digest string) *document {
	d := &document{Report: r, page: p, Digest: digest, Standings: standings(r), Sections: contents(r)}
	d.Outcome = Gate{FailOn: finding.Low, AllowIncomplete: r.AllowedIncomplete}.Judge(r)
	d.Hidden = hiddenFindings(r)
	d.Word, d.Sentence = d.runVerdict()
	d.Safeguards = safeguardRows(d.Standings)
	d.Severities = severityRows(r.Findings)
	d.Parts = newArranger(r, d.Standings).parts()
	for i := range r.Findings {
		if r.Findings[i].Waiver != nil {
			d.Waivers = append(d.Waivers, row{&r.Findings[i], r.Rules[r.Findings[i].Rule]})
		}
	}
	d.Assets = newInventory(r.Inventory)
	return d
}

// runVerdict is the run's verdict in a word and a sentence.
func (d *document) runVerdict() (word, sentence string) {
	o := d.Outcome
	switch {
	case o.Code == ExitTripped:
		atLeast := ""
		if d.Hidden > 0 {
			atLeast = "at least "
		}
		word, sentence = "Failed", fmt.Sprintf("%s%s of low severity or worse %s not waived", atLeast, Count(o.Fails, "failure"), are(o.Fails))
	case o.Unmarked:
		word, sentence = "Nothing judged", "the gate was to look at PHI alone, and nothing is marked as PHI"
	case o.Code == ExitIncomplete:
		word, sentence = "Incomplete", "no failure of low severity or worse among what was read, but not everything was read"
	case o.Empty:
		word, sentence = "Nothing judged", "no rule applied to anything that was read"
	default:
		word, sentence = "Passed", "no unwaived failure of low severity or worse"
	}
	if n := d.Summary.Unknown; n > 0 {
		sentence += fmt.Sprintf("; %s could not be decided", Count(n, "verdict"))
	}
	if o.Incomplete && o.Code != ExitIncomplete {
		sentence += fmt.Sprintf("; the run is incomplete: %s", Count(len(d.Gaps), "gap"))
	} else if !o.Incomplete {
		sentence += "; everything that was asked for was read"
	}
	return word, sentence
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// hiddenFindings counts the findings that the summary has and the list has not: a long
// merged report comes with the worst of them.
func hiddenFindings(r finding.Report) int {
	s := r.Summary
	return s.Fail + s.Unknown + s.Pass + s.NotApplicable + s.Waived - len(r.Findings)
}

// Laxer are the parameters that an auditor must see first.
func (d *document) Laxer() []finding.Parameter {
	var out []finding.Parameter
	for _, p := range d.Parameters {
		if p.Laxer {
			out = append(out, p)
		}
	}
	return out
}

// sourceNames are what was read. The working directory has no name of its own: it is that of
// its repository, where git tells.
func sourceNames(r finding.Report) []string {
	var out []string
	for _, s := range r.Sources {
		name := s.Name
		if name == "." {
			name = "the working directory"
			if r.Repository != nil && r.Repository.URL != "" {
				url := strings.TrimSuffix(strings.TrimRight(r.Repository.URL, "/"), ".git")
				name = url[strings.LastIndexAny(url, "/:")+1:]
			}
		}
		out = append(out, name)
	}
	return out
}

// Live tells whether an account was read, Code whether code was.
func (d *document) Live() bool { return len(d.Coverage.Accounts) > 0 }

// Code tells whether something other than an account was read.
func (d *document) Code() bool {
	_, roots := accountsLine(d.Coverage)
	return roots > 0
}

// causeRow is what kept some verdicts from being given.
type causeRow struct {
	Causes   []finding.Cause
	Subjects []string
}

func causesOf(r finding.Report) []causeRow {
	var out []causeRow
	for _, u := range byCause(r) {
		out = append(out, causeRow{u.causes, u.subjects})
	}
	return out
}

// unsafe are the characters that an id or a fragment of ours does without.
var unsafe = regexp.MustCompile(`[^A-Za-z0-9.\-]+`)

// anchor is the id of a rule or a citation: 164.312(a)(1) is c-164.312-a-1.
func anchor(prefix, id string) string {
	return prefix + "-" + strings.Trim(unsafe.ReplaceAllString(id, "-"), "-")
}

// valueText is a parameter's value as JSON has it, whatever types it came in.
func valueText(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(text)
}

// webLink is a reference that may be followed, empty for anything but a web address.
func webLink(reference string) string {
	u, err := url.Parse(reference)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return reference
}

// attachedLines are the documents of other tools that support a citation.
func attachedLines(r finding.Report, citation string) []string {
	var out []string
	for _, a := range r.Attached {
		for _, p := range a.Parts {
			for _, s := range p.Supports {
				if s.ID == citation {
					out = append(out, a.Name+", "+attachedTool(p)+": "+s.Reason)
				}
			}
		}
	}
	return out
}

// number groups digits: 12,345.
func number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func first[T any](all []T, n int) []T { return all[:min(n, len(all))] }

// icon names the shape that stands beside a word, so that no meaning is in colour alone.
func icon(word any) string {
	return cmp.Or(map[string]string{
		string(failed): "cross", string(undecided): "question", string(partly): "half", string(proved): "check",
		string(unprovable): "paper", "Passed": "check", "Incomplete": "question",
	}[fmt.Sprint(word)], "dash")
}
