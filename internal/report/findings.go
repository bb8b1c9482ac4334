package report

import (
	"iter"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// Findings are a report's findings one by one, in the order of finding.Compare. They can be
// gone through several times; an error ends them.
type Findings = iter.Seq2[finding.Finding, error]

// Each hands out findings that are in memory.
func Each(all []finding.Finding) Findings {
	return func(yield func(finding.Finding, error) bool) {
		for _, f := range all {
			if !yield(f, nil) {
				return
			}
		}
	}
}
