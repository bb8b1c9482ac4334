package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// verdict is what a run can say of one citation.
type verdict string

// The verdicts, worst first. Their texts are those that documents show.
const (
	failed     verdict = "Failed"
	undecided  verdict = "Unknown"
	partly     verdict = "Partly proved"
	proved     verdict = "Proved in scope"
	unprovable verdict = "No scan can prove"
	unexamined verdict = "Not examined"
)

// verdicts lists them in that order.
func verdicts() []verdict {
	return []verdict{failed, undecided, partly, proved, unprovable, unexamined}
}

// Meaning says what a verdict on a citation says.
func (v verdict) Meaning() string {
	return map[verdict]string{
		failed:     "At least one check failed and no waiver covers it.",
		undecided:  "No check failed, but at least one could not be decided from what was read.",
		partly:     "Every check that could be decided passed, but a scan shows part of this paragraph only, or something else that is named beside the verdict limits it.",
		proved:     "Configuration decides most of this paragraph, rules that are about it above all gave a verdict, and every check that applied passed. It is evidence for what was read, not proof of compliance.",
		unprovable: "No scan of configuration can show this: documents, contracts, people or buildings have to be examined.",
		unexamined: "No check of this run gave a verdict: none is there, or none applied to anything that was seen.",
	}[v]
}

// standing is a citation, the verdict on it and what that rests on.
type standing struct {
	hipaa.Citation
	Verdict verdict
	// Why are clauses that say what the verdict rests on: how many checks, then what limits it.
	Why     []string
	Summary finding.Summary
	// Rules are those that cite it and have a verdict, in order.
	Rules []string
	// Would is the kind that a proposal, which is not law, would make of it; empty without a profile that asks for it.
	Would string
	// shown tells that something passed which is about it above all: a rule proves the
	// paragraph that it cites first and supports the others.
	shown bool
}

// standings judges every citation of the rule in force, in regulation order. A citation is
// never better than what was seen: one failure fails it, one unknown leaves it open, and it
// counts as proved only where configuration decides it, a rule that is about it passed,
// everything that was asked for was read, and nothing was left out, made laxer or waived.
func standings(r finding.Report) []standing {
	all := hipaa.All()
	out := make([]standing, len(all))
	at := make(map[string]*standing, len(all))
	for i, c := range all {
		out[i].Citation = c
		at[c.ID] = &out[i]
	}
	of := summaries(r.Findings)
	for _, id := range sortedKeys(of) {
		for _, c := range r.Rules[id].Citations {
			if s := at[c.ID]; s != nil {
				s.Rules = append(s.Rules, id)
				s.Would = cmp.Or(s.Would, c.Proposed)
				s.Summary = plus(s.Summary, of[id])
				s.shown = s.shown || of[id].Pass > 0 && filedUnder(r.Rules[id]) == c.ID
			}
		}
	}
	if hiddenFindings(r) > 0 { // the counts are of all
		for _, t := range r.Coverage.Citations {
			if s := at[t.ID]; s != nil {
				s.Summary = t.Summary
			}
		}
	}
	for i := range out {
		out[i].judge(r)
	}
	return out
}

// summaries counts the verdicts of each rule.
func summaries(all []finding.Finding) map[string]finding.Summary {
	out := map[string]finding.Summary{}
	for i := range all {
		s := out[all[i].Rule]
		s.Add(all[i])
		out[all[i].Rule] = s
	}
	return out
}

func plus(a, b finding.Summary) finding.Summary {
	return finding.Summary{
		Pass: a.Pass + b.Pass, Fail: a.Fail + b.Fail, Unknown: a.Unknown + b.Unknown,
		NotApplicable: a.NotApplicable + b.NotApplicable, Waived: a.Waived + b.Waived,
	}
}

func (s *standing) judge(r finding.Report) {
	n := s.Summary
	setting, limits := s.setting(r), s.limits(r)
	switch {
	case n.Fail > 0:
		s.Verdict, s.Why = failed, append([]string{tallyText(finding.Summary{Fail: n.Fail, Unknown: n.Unknown, Pass: n.Pass})}, setting...)
	case n.Unknown > 0:
		s.Verdict, s.Why = undecided, append([]string{tallyText(finding.Summary{Unknown: n.Unknown, Pass: n.Pass})}, setting...)
	case s.Evidence == hipaa.Manual:
		s.Verdict, s.Why = unprovable, []string{"needs documents, contracts, people or buildings to be examined"}
		if n.Pass > 0 {
			s.Why = append(s.Why, tallyText(finding.Summary{Pass: n.Pass})+", which supports it")
		}
	case n.Pass+n.Waived == 0 && n.NotApplicable > 0:
		s.Verdict, s.Why = unexamined, []string{"its checks applied to nothing that was seen"}
	case n.Pass+n.Waived == 0:
		s.Verdict, s.Why = unexamined, []string{"no check of this run gave a verdict on it"}
	default:
		s.Verdict, s.Why = partly, slices.Concat([]string{tallyText(finding.Summary{Pass: n.Pass})}, limits, setting)
		if len(s.Why) == 1 {
			s.Verdict = proved
		}
	}
}

// setting is what an auditor has to know of any verdict on the citation.
func (s *standing) setting(r finding.Report) []string {
	var out []string
	if s.Summary.Waived > 0 {
		out = append(out, Count(s.Summary.Waived, "check")+" waived")
	}
	var laxer []string
	for _, p := range r.Parameters {
		if p.Laxer && slices.Contains(s.Rules, p.Rule) {
			laxer = append(laxer, p.Rule+"."+p.Name)
		}
	}
	if len(laxer) > 0 {
		out = append(out, "judged by laxer parameters: "+strings.Join(laxer, ", "))
	}
	if len(r.Coverage.RulesSkipped) > 0 {
		out = append(out, Count(len(r.Coverage.RulesSkipped), "rule")+" left out of the run")
	}
	if !r.Complete {
		out = append(out, "not everything was read")
	}
	return out
}

// limits are why what passed cannot prove it.
func (s *standing) limits(r finding.Report) []string {
	switch {
	case s.Evidence == hipaa.Partial:
		return []string{"a scan shows part of it only"}
	case !s.shown && hiddenFindings(r) > 0:
		return []string{"not every verdict is listed here"}
	case !s.shown:
		return []string{"shown only by rules that are about another paragraph above all"}
	}
	return nil
}

// safeguards are the sections of Subpart C, in order, by what their numbers begin with.
func safeguards() []struct{ ID, Name string } {
	return []struct{ ID, Name string }{
		{"164.308", "Administrative safeguards"},
		{"164.310", "Physical safeguards"},
		{"164.312", "Technical safeguards"},
		{"164.314", "Organizational requirements"},
		{"164.316", "Policies, procedures and documentation"},
	}
}
