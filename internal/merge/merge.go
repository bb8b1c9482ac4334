package merge

import (
	"cmp"
	"context"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Merged is the report of many results.
type Merged struct {
	// Report has everything but the findings.
	Report  finding.Report
	results []*result
	// counts says which result counts for a group.
	counts map[group]*result
	// apart tells that code of several repositories was merged, so that roots and files
	// are shown with theirs.
	apart bool
}

// Merge reads every input once. An input that cannot be read leaves the report incomplete;
// the others stand. The only error is that of a context that ended.
func Merge(ctx context.Context, inputs []Input) (*Merged, error) {
	m := &Merged{counts: map[group]*result{}}
	note := ""
	for _, in := range inputs {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		r := load(in)
		if note != "" {
			r.head.Inventory = nil
		}
		m.results = append(m.results, r)
		note = cmp.Or(boundInventories(m.results), note)
	}
	slices.SortStableFunc(m.results, func(a, b *result) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.digest, b.digest))
	})
	origins := map[string]bool{}
	for _, r := range m.results {
		for g := range r.groups {
			if r.newer(m.counts[g]) {
				m.counts[g] = r
			}
			if g.origin != "" {
				origins[g.origin] = true
			}
		}
	}
	m.apart = len(origins) > 1
	if m.Report = m.combine(); note != "" {
		m.Report.Coverage.Notes = append(m.Report.Coverage.Notes, note)
	}
	return m, nil
}

// counted tells whether a finding of a result is in the merged report.
func (m *Merged) counted(r *result, f *finding.Finding) bool {
	return m.counts[group{r.originOf(f.Resource.Source), f.Resource.Root, f.Rule, f.Resource.Source}] == r
}

// place shows a root or file of a result together with its repository, where several were merged.
func (m *Merged) place(r *result, source resource.Source, text string) string {
	if origin := r.originOf(source); m.apart && origin != "" && text != "" {
		return origin + "//" + text
	}
	return text
}
