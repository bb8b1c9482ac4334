package merge

import (
	"cmp"
	"maps"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// maxChanged is how many failures are named that came or went. The counts are of all.
const maxChanged = 100

// sameFailure is what one failure is known by in two reports.
type sameFailure struct{ root, fingerprint string }

// Compare says what changed since an earlier report, which is named of. It holds the
// failures of the earlier one.
func Compare(of string, before, now *Merged) (finding.Comparison, error) {
	out := finding.Comparison{
		Of: of, Time: before.Report.Time, Before: before.Report.Summary, Now: now.Report.Summary,
		Citations: citationTrends(before.Report.Coverage.Citations, now.Report.Coverage.Citations),
		Appeared:  []finding.Changed{}, Gone: []finding.Changed{},
	}
	trends := map[finding.Severity]*finding.SeverityTrend{}
	for _, s := range finding.Severities() {
		trends[s] = &finding.SeverityTrend{Severity: s}
	}
	earlier := map[sameFailure][]finding.Changed{}
	err := before.failures(func(key sameFailure, c finding.Changed, waived bool) {
		if !waived {
			earlier[key] = append(earlier[key], c)
			trends[c.Severity].Before++
		}
	})
	if err != nil {
		return out, err
	}
	err = now.failures(func(key sameFailure, c finding.Changed, waived bool) {
		was := earlier[key]
		if len(was) > 0 {
			earlier[key] = was[1:]
		}
		switch {
		case waived && len(was) > 0:
			out.Waived++
		case waived:
		case len(was) > 0:
			out.Unchanged++
		default:
			out.New++
			if out.Appeared = append(out.Appeared, c); len(out.Appeared) >= 2*maxChanged {
				out.Appeared = worst(out.Appeared)
			}
		}
		if !waived {
			trends[c.Severity].Now++
		}
	})
	judged := now.judged()
	for _, was := range earlier {
		for _, c := range was {
			if !judged[rootRule{c.Root, c.Rule}] {
				out.NotJudged++
				continue
			}
			out.Fixed++
			out.Gone = append(out.Gone, c)
		}
	}
	out.Appeared, out.Gone = worst(out.Appeared), worst(out.Gone)
	for _, s := range finding.Severities() {
		out.Severities = append(out.Severities, *trends[s])
	}
	return out, err
}

// rootRule is what a rule was judged in.
type rootRule struct{ root, rule string }

func (m *Merged) judged() map[rootRule]bool {
	out := map[rootRule]bool{}
	for g, r := range m.counts {
		out[rootRule{m.place(r, g.source, g.root), g.rule}] = true
	}
	return out
}

// failures hands out all failures, and tells which are waived.
func (m *Merged) failures(each func(failure sameFailure, c finding.Changed, waived bool)) error {
	for f, err := range m.Findings() {
		if err != nil {
			return err
		}
		if f.Status == finding.Fail {
			each(sameFailure{f.Resource.Root, f.Fingerprint}, finding.Changed{
				Rule: f.Rule, Assertion: f.Assertion, Severity: f.Severity, Root: f.Resource.Root, Address: f.Resource.Address,
			}, f.Waiver != nil)
		}
	}
	return nil
}

// worst are the first maxChanged, the worst first.
func worst(all []finding.Changed) []finding.Changed {
	slices.SortFunc(all, func(a, b finding.Changed) int {
		return cmp.Or(cmp.Compare(a.Severity.Rank(), b.Severity.Rank()), cmp.Compare(a.Root, b.Root), cmp.Compare(a.Address, b.Address),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Assertion, b.Assertion))
	})
	return all[:min(len(all), maxChanged)]
}

func citationTrends(before, now []finding.Tally) []finding.CitationTrend {
	by := map[string]*finding.CitationTrend{}
	of := func(t finding.Tally) *finding.CitationTrend {
		if by[t.ID] == nil {
			by[t.ID] = &finding.CitationTrend{Citation: t.Citation}
		}
		return by[t.ID]
	}
	for _, t := range before {
		of(t).Before = t.Summary
	}
	for _, t := range now {
		of(t).Now = t.Summary
	}
	out := []finding.CitationTrend{}
	for _, id := range slices.SortedFunc(maps.Keys(by), hipaa.Compare) {
		out = append(out, *by[id])
	}
	return out
}
