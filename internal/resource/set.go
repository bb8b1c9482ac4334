package resource

import (
	"cmp"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// Set is everything a source saw, and what it could not see.
type Set struct {
	// Resources in the order of Sort.
	Resources []*Resource
	// Gaps are the things that were asked for and not read.
	Gaps []Gap
	// Seen counts what was read, for the report's coverage.
	Seen Seen
	// Calls are the requests of a live source, in the order of CompareCalls.
	Calls []*Call
	// Scopes are the accounts and regions that a live source read.
	Scopes []ScopeRead
	// Notes are warnings that change no verdict: a provider-defined function, a lock
	// file that did not parse. They carry no values.
	Notes []string
}

// Seen counts what a source read.
type Seen struct {
	// Roots are the root modules (or account/region pairs) in order.
	Roots []string
	// FilesParsed and FilesFailed count configuration files.
	FilesParsed, FilesFailed int
	// ModulesRead and ModulesUnread count module calls.
	ModulesRead, ModulesUnread int
}

// GapKind says what is missing.
type GapKind string

// The kinds of gap.
const (
	GapModule GapKind = "module"
	GapFile   GapKind = "file"
	GapCall   GapKind = "call"
	// GapPolicy is a policy that broke, so that its rule was not judged.
	GapPolicy GapKind = "policy"
	// GapConfig is an error in the configuration itself, such as a reference cycle:
	// values are unknown because of it, but nothing that it declares is hidden.
	GapConfig GapKind = "config"
)

// Gap is something that was asked for and not read. It makes the report
// incomplete; it changes a verdict only through the lists it leaves open.
type Gap struct {
	Kind GapKind
	Root string
	// What names it: a module address, a file, an API call.
	What string
	// Why and Settle are sentences for people; they hold no values.
	Why, Settle string
	Range       hcl.Range
	// Handed are the resources that an unread module was given a reference to.
	Handed []Address
	// Names are the literal strings that an unread module was given.
	Names []string
	// Opaque tells that an argument of an unread module is unknown or was not
	// evaluated, so that any name may have been handed over.
	Opaque bool
	// Types are the resource types a lost call would have listed or an unread file may hold;
	// empty means any.
	Types []string
	// Scope is that of a lost call.
	Scope Scope
	// Settled tells that resources of the set carry what a lost call would have
	// shown, as unknown attributes or an undecided existence: no list is open because of it.
	Settled bool
}

// Compare orders resources by root, address and source: the order of all output.
func Compare(a, b *Resource) int {
	return cmp.Or(
		cmp.Compare(a.Root, b.Root),
		cmp.Compare(a.Address.Module, b.Address.Module),
		cmp.Compare(a.Address.Type, b.Address.Type),
		cmp.Compare(a.Address.Name, b.Address.Name),
		compareKeys(a.Address.Key, b.Address.Key),
		cmp.Compare(a.Source, b.Source),
	)
}

// compareKeys puts [2] before [10].
func compareKeys(a, b string) int {
	if len(a) > 1 && len(b) > 1 && a[1] != '"' && b[1] != '"' {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	}
	return cmp.Compare(a, b)
}

// Sort brings the set into its one order, so that the same input gives the same bytes.
func (s *Set) Sort() {
	slices.SortFunc(s.Resources, Compare)
	slices.SortFunc(s.Gaps, func(a, b Gap) int {
		return cmp.Or(
			cmp.Compare(a.Root, b.Root), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.What, b.What),
			cmp.Compare(a.Range.Filename, b.Range.Filename), cmp.Compare(a.Range.Start.Byte, b.Range.Start.Byte),
		)
	})
	slices.Sort(s.Notes)
	s.Notes = slices.Compact(s.Notes)
	s.sortLive()
	slices.Sort(s.Seen.Roots)
	s.Seen.Roots = slices.Compact(s.Seen.Roots)
}

// Merge appends what another source saw. Sort afterwards.
func (s *Set) Merge(o Set) {
	s.Resources = append(s.Resources, o.Resources...)
	s.Gaps = append(s.Gaps, o.Gaps...)
	s.Calls = append(s.Calls, o.Calls...)
	s.Scopes = append(s.Scopes, o.Scopes...)
	s.Notes = append(s.Notes, o.Notes...)
	s.Seen.Roots = append(s.Seen.Roots, o.Seen.Roots...)
	s.Seen.FilesParsed += o.Seen.FilesParsed
	s.Seen.FilesFailed += o.Seen.FilesFailed
	s.Seen.ModulesRead += o.Seen.ModulesRead
	s.Seen.ModulesUnread += o.Seen.ModulesUnread
}
