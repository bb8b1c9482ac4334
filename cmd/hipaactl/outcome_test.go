package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// outcome is what an audit came to: how often each status was given by each assertion of
// each rule, and what was lost.
type outcome struct {
	counts map[string]map[finding.Status]int
	// types are those of which each assertion judged something.
	types map[string]map[string]bool
	gaps  []resource.Gap
}

func newOutcome() outcome {
	return outcome{counts: map[string]map[finding.Status]int{}, types: map[string]map[string]bool{}}
}

func (o outcome) add(found []finding.Finding) {
	for _, f := range found {
		key := f.Rule + "/" + f.Assertion
		if o.counts[key] == nil {
			o.counts[key], o.types[key] = map[finding.Status]int{}, map[string]bool{}
		}
		o.counts[key][f.Status]++
		o.types[key][f.Resource.Type] = true
	}
}

// flaws are verdicts that became better, or went without a word, because of what was not seen.
func (e *estate) flaws(got outcome) []string {
	var out []string
	for _, key := range slices.Sorted(maps.Keys(got.counts)) {
		for _, s := range []finding.Status{finding.Pass, finding.NotApplicable} {
			if n, before := got.counts[key][s], e.clean.counts[key][s]; n > before && harmless[key] == "" {
				out = append(out, fmt.Sprintf("%s: %d %s, undisturbed %d", key, n, s, before))
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(e.clean.counts)) {
		if n, before := total(got.counts[key]), total(e.clean.counts[key]); n < before && !got.hides(e.clean.types[key]) {
			out = append(out, fmt.Sprintf("%s: %d verdicts, undisturbed %d, and no gap says why", key, n, before))
		}
	}
	return out
}

// harmless are demands that may pass or not apply more often when something is not seen, with the reason.
var harmless = map[string]string{
	"HIPAA-S3-010/locked":     "a bucket that is locked passes, whether or not logs are delivered there",
	"HIPAA-S3-010/compliance": "a bucket that is locked passes, whether or not logs are delivered there",
	"HIPAA-KMS-002/window":    "the window is an argument of Terraform, and applies to no key of an account",
}

func total(counts map[finding.Status]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// hides tells whether a gap says that resources of one of the types were not seen.
func (o outcome) hides(types map[string]bool) bool {
	for _, g := range o.gaps {
		if !g.Settled && (len(g.Types) == 0 || slices.ContainsFunc(g.Types, func(typ string) bool { return types[typ] })) {
			return true
		}
	}
	return false
}
