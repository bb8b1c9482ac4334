// Package baseline keeps what failed at one time, so that a later run can tell what is new.
// A baseline is a file that people review (Parse, Write) or what was found in an earlier
// revision (Of); Compare marks the findings of a run and says what became of the entries.
package baseline

import (
	"cmp"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// Schema is the version of the file.
const Schema = "hipaactl/baseline/v1"

// Baseline is what was known to fail, or not to be known. An entry may stand in it more than
// once: each stands for one finding.
type Baseline struct {
	// Entries are in the order of compare.
	Entries []Entry
}

// Entry is one finding as it was recorded.
type Entry struct {
	Rule string `json:"rule"`
	// Assertion names one demand of a rule that has several; else empty.
	Assertion string `json:"assertion,omitempty"`
	// Root and Address say which resource, for people: they are masked as in reports.
	Root    string `json:"root"`
	Address string `json:"address"`
	// Status is Fail or Unknown. One that was unknown covers no later fail.
	Status finding.Status `json:"status"`
	// Severity is what was accepted. A finding that is worse by now is not covered.
	Severity    finding.Severity `json:"severity"`
	Fingerprint string           `json:"fingerprint"`
	// Grounds are those of the finding, where there are several.
	Grounds []string `json:"grounds,omitempty"`
}

// Recorded tells whether a finding goes into a baseline: it fails or is unknown, and nothing
// else accounts for it. What is wrong with waivers has no resource type of its own rule to
// wait for: whoever wrote the waiver can correct it.
func Recorded(f *finding.Finding) bool {
	return (f.Status == finding.Fail || f.Status == finding.Unknown) && f.Waiver == nil && f.Resource.Type != unrecorded
}

// Valid tells whether a finding that was read from somewhere can be recorded.
func Valid(f *finding.Finding) bool {
	return f.Rule != "" && printForm.MatchString(f.Fingerprint) && f.Severity.Rank() < len(finding.Severities())
}

// unrecorded is the type of findings about waivers.
const unrecorded = "waiver"

// Of is the baseline of what was found.
func Of(findings []finding.Finding) Baseline {
	var b Baseline
	for i := range findings {
		if f := &findings[i]; Recorded(f) {
			b.Entries = append(b.Entries, entryOf(f))
		}
	}
	b.sort()
	return b
}

func entryOf(f *finding.Finding) Entry {
	e := Entry{
		Rule: f.Rule, Assertion: f.Assertion, Root: finding.Masked(f.Resource.Root), Address: finding.Masked(f.Resource.Address),
		Status: f.Status, Severity: f.Severity, Fingerprint: f.Fingerprint,
	}
	if len(f.Grounds) > 1 { // one alone is the fingerprint
		e.Grounds = f.Grounds
	}
	return e
}

// With is the baseline and the entries of another.
func (b Baseline) With(o Baseline) Baseline {
	b.Entries = slices.Concat(b.Entries, o.Entries)
	b.sort()
	return b
}

func (b *Baseline) sort() { slices.SortFunc(b.Entries, compare) }

// compare orders entries by place, then by rule, so that those of one resource stand together.
func compare(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(a.Root, b.Root), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Assertion, b.Assertion),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.Fingerprint, b.Fingerprint), cmp.Compare(a.Severity.Rank(), b.Severity.Rank()),
		slices.Compare(a.Grounds, b.Grounds),
	)
}
