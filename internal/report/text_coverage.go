package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// shownTypes bounds the list of types that no rule judges; the JSON report has all.
const shownTypes = 12

// coveragePad is the width of the labels in the coverage paragraph.
const coveragePad = 14

// verdict prints the one line that most readers look for.
func (p *printer) verdict(r finding.Report, hidden int) {
	out := p.gate.Judge(r)
	word := p.paint.good("PASSED")
	switch out.Code {
	case ExitTripped:
		word = p.paint.bad("FAILED")
	case ExitIncomplete:
		word = p.paint.bad("INCOMPLETE")
	}
	s := r.Summary
	parts := []string{fmt.Sprintf("%d failed%s", s.Fail, severities(r))}
	parts = append(parts, fmt.Sprintf("%d unknown", s.Unknown), fmt.Sprintf("%d passed", s.Pass), fmt.Sprintf("%d not applicable", s.NotApplicable))
	if s.Waived > 0 {
		parts = append(parts, fmt.Sprintf("%d waived", s.Waived))
	}
	p.line(word + "  " + strings.Join(parts, ", ") + "; " + out.String())
	p.compared(r.Baseline)
	p.phiOnly(r)
	if hidden > 0 {
		p.line(p.paint.dim(fmt.Sprintf("        %s below the severity to display", Count(hidden, "finding"))))
	}
}

// severities is " (1 critical, 2 high)", empty without fails.
func severities(r finding.Report) string {
	by := map[finding.Severity]int{}
	for _, f := range r.Findings {
		if f.Status == finding.Fail && f.Waiver == nil {
			by[f.Severity]++
		}
	}
	var parts []string
	for _, s := range finding.Severities() {
		if by[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", by[s], s))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// coverage says what the verdict rests on, so that "no findings" cannot mean "nothing seen".
func (p *printer) coverage(r finding.Report) {
	c := r.Coverage
	p.heading("Coverage")
	p.field("read", readLine(c))
	p.field("calls", callsLine(c.Calls))
	p.field("judged", fmt.Sprintf("%d of %s by %s", c.Judged, Count(c.Resources, "resource"), Count(c.RulesEvaluated, "rule")))
	p.field("skipped", skippedLine(c.RulesSkipped))
	p.field("no rule for", counts(c.UnjudgedTypes, "type"))
	p.field("unknown by", counts(c.UnknownByCause, "cause"))
	if len(r.Gaps) > 0 {
		p.field("not read", Count(len(r.Gaps), "gap")+", listed above"+allowed(r))
	}
	for _, q := range r.Parameters {
		laxer := ""
		if q.Laxer {
			laxer = ", laxer than the default"
		}
		p.field("parameter", fmt.Sprintf("%s.%s = %v (default %v)%s", q.Rule, q.Name, q.Value, q.Default, laxer))
	}
	for _, n := range c.Notes {
		p.field("note", n)
	}
	if n := len(c.Unprovable); n > 0 {
		p.field("cannot show", fmt.Sprintf("%d of the rule's %d citations have no check here: documents, contracts, training, buildings and "+
			"what other kinds of scan would show (hipaactl explain CITATION says what each one takes)", n, len(hipaa.All())))
	}
	p.field("", "A pass is evidence, not proof of compliance.")
	if citesAddressable(r) {
		p.field("", hipaa.Addressable)
	}
}

// field prints a line of the paragraph, or nothing when there is nothing to say.
func (p *printer) field(label, text string) {
	if text != "" {
		p.labelled(2, label, coveragePad, text)
	}
}

func readLine(c finding.Coverage) string {
	accounts, roots := accountsLine(c)
	if accounts != "" && roots == 0 {
		return accounts
	}
	s := fmt.Sprintf("%s in %s", Count(c.FilesParsed, "file"), Count(roots, "root"))
	if c.ModulesRead > 0 {
		s += ", " + Count(c.ModulesRead, "module call")
	}
	if c.FilesFailed > 0 {
		s += "; " + Count(c.FilesFailed, "file") + " failed"
	}
	if c.ModulesUnread > 0 {
		s += "; " + Count(c.ModulesUnread, "module call") + " not read"
	}
	if accounts != "" {
		s += "; " + accounts
	}
	return s
}

// accountsLine is "2 accounts in 3 regions (eu-west-1, ...)" and "2 repositories of acme", empty
// where none was read, and how many roots are of code.
func accountsLine(c finding.Coverage) (line string, roots int) {
	owners, ids, regions := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var repositories []string
	for _, a := range c.Accounts {
		owners[a.Account] = true
		if !awsAccount(a.Account) {
			repositories = append(repositories, repositoriesLine(a))
			continue
		}
		ids[a.Account] = true
		for _, region := range a.Regions {
			regions[region] = true
		}
	}
	for _, root := range c.Roots {
		if id, _, _ := strings.Cut(root, "/"); !owners[id] {
			roots++
		}
	}
	if len(ids) == 0 {
		return strings.Join(repositories, "; "), roots
	}
	line = Count(len(ids), "account")
	if len(ids) == 1 {
		line = "account " + sortedKeys(ids)[0]
	}
	if names := sortedKeys(regions); len(names) > 0 {
		line += " in " + Count(len(names), "region") + " (" + instances(names) + ")"
	}
	return strings.Join(append([]string{line}, repositories...), "; "), roots
}

// repositoriesLine is what was read of an owner on GitHub.
func repositoriesLine(a finding.Account) string {
	if len(a.Regions) == 0 {
		return "settings of " + a.Account + " on GitHub"
	}
	return Count(len(a.Regions), "repository") + " of " + a.Account + " on GitHub (" + instances(a.Regions) + ")"
}

// callsLine is "120 API calls: s3 (100), rds (20); 3 retries, 1 failed", most first.
func callsLine(all []finding.ServiceCalls) string {
	var services []finding.Count
	calls, retries, failed := 0, 0, 0
	for _, s := range all {
		services = append(services, finding.Count{Name: s.Service, Count: s.Calls})
		calls, retries, failed = calls+s.Calls, retries+s.Retries, failed+s.Failed
	}
	if len(all) == 0 {
		return ""
	}
	noun := "service"
	if strings.Contains(services[0].Name, " /") { // GitHub has paths
		noun = "operation"
	}
	s := Count(calls, "API call") + ": " + counts(services, noun)
	switch retries {
	case 0:
	case 1:
		s += "; 1 retry"
	default:
		s += fmt.Sprintf("; %d retries", retries)
	}
	if failed > 0 {
		s += fmt.Sprintf("; %d failed", failed)
	}
	return s
}

// skippedLine is "2 rules: HIPAA-S3-001, HIPAA-TAG-001", empty where none was left out.
func skippedLine(rules []string) string {
	if len(rules) == 0 {
		return ""
	}
	return Count(len(rules), "rule") + ": " + instances(rules)
}

func allowed(r finding.Report) string {
	if r.AllowedIncomplete {
		return "; accepted by --allow-incomplete"
	}
	return ""
}

// counts is "aws_sqs_queue (3), aws_route (1) and 5 more types", most first.
func counts(all []finding.Count, noun string) string {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b finding.Count) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	var parts []string
	for _, c := range all[:min(len(all), shownTypes)] {
		parts = append(parts, fmt.Sprintf("%s (%d)", c.Name, c.Count))
	}
	s := strings.Join(parts, ", ")
	if more := len(all) - shownTypes; more > 0 {
		s += " and " + Count(more, "more "+noun)
	}
	return s
}

// tallies prints the verdicts by citation, the rule's own view of the result. It is long,
// and stands before the verdict so that this is on the last screen.
func (p *printer) tallies(all []finding.Tally) {
	if len(all) == 0 {
		return
	}
	p.heading("By citation")
	p.line(p.paint.dim(fmt.Sprintf("  %6s %8s %6s   citation", "failed", "unknown", "passed")))
	for _, t := range all {
		if t.Summary.Fail+t.Summary.Unknown+t.Summary.Pass == 0 {
			continue
		}
		row := fmt.Sprintf("  %6d %8d %6d   ", t.Summary.Fail, t.Summary.Unknown, t.Summary.Pass)
		text := cut(Plain(citation(t.Citation)), p.width-len(row))
		switch {
		case t.Summary.Fail > 0:
			row = p.paint.alert(row)
		case t.Summary.Unknown > 0:
			row = p.paint.warn(row)
		}
		p.line(row + text)
	}
	p.blank()
}

func citesAddressable(r finding.Report) bool {
	for _, f := range r.Findings {
		if f.Status != finding.Fail || f.Waiver != nil {
			continue
		}
		for _, c := range r.Rules[f.Rule].Citations {
			if known, _ := hipaa.Lookup(c.ID); known.Kind == hipaa.AddressableSpec {
				return true
			}
		}
	}
	return false
}
