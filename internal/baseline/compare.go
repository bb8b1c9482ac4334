package baseline

import (
	"cmp"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// The marks of findings.
const (
	New       = "new"
	Unchanged = "unchanged"
)

// Why an entry is gone: see finding.Gone.
const (
	fixed   = "fixed"
	removed = "removed"
	waived  = "waived"
	changed = "changed"
	unknown = "unknown"
	notRead = "not read"
)

// Run is what a baseline is compared with, beside its findings.
type Run struct {
	// Set is what was judged.
	Set *resource.Set
	// Rules are the ids of the rules that were evaluated, Broken those that did not work.
	Rules, Broken []string
	// Read tells whether a root, as findings name it, was part of the run, whether or not
	// anything is left in it. Nil means that those of the set are all.
	Read func(root string) bool
}

// Result is a comparison.
type Result struct {
	// Report is for the report, but for what was compared with.
	Report finding.Baseline
	// Next are the entries that still stand, each no wider than what is left of it.
	Next Baseline
	// Narrower counts those of Next that cover less than they did.
	Narrower int
	// New is what nothing covers.
	New Baseline
}

// Compare marks the findings as new or unchanged, in place, and says what became of the
// entries. An entry covers one finding that is the same, or what is left of it where part
// of its grounds are gone, and that is no worse than it was.
func (b Baseline) Compare(findings []finding.Finding, run Run) Result {
	m := newMatching(b.Entries)
	at := m.cover(findings)
	var r Result
	for i := range findings {
		f := &findings[i]
		switch {
		case f.Baseline == New:
			if Recorded(f) {
				r.New.Entries = append(r.New.Entries, entryOf(f))
			}
			if f.Status == finding.Fail {
				r.Report.New++
			}
		case f.Baseline == Unchanged:
			if f.Status == finding.Fail {
				r.Report.Unchanged++
			}
			r.keep(b.Entries[at[i]], entryOf(f))
		}
	}
	s := newSight(findings, run)
	for i, e := range b.Entries {
		if m.taken[i] {
			continue
		}
		why := s.why(e)
		r.Report.Gone = append(r.Report.Gone, gone(e, why))
		if why == fixed || why == removed {
			if e.Status == finding.Fail {
				r.Report.Fixed++
			}
		}
		if why == notRead || why == unknown {
			r.Next.Entries = append(r.Next.Entries, e)
		}
	}
	r.Next.sort()
	r.New.sort()
	return r
}

// keep takes over an entry as the finding is now. One that was recorded without grounds,
// from a report, keeps to that.
func (r *Result) keep(was, is Entry) {
	if was.Fingerprint != is.Fingerprint || was.Severity != is.Severity {
		r.Narrower++
	} else if was.Grounds == nil {
		is.Grounds = nil
	}
	r.Next.Entries = append(r.Next.Entries, is)
}

func gone(e Entry, why string) finding.Gone {
	out := finding.Gone{Rule: e.Rule, Assertion: e.Assertion, Root: e.Root, Address: e.Address, Fingerprint: e.Fingerprint, Why: why}
	if e.Status == finding.Unknown {
		out.Status = finding.Unknown
	}
	return out
}

type key struct {
	status finding.Status
	text   string
}

// placeOf names what an entry is about, whatever is wrong with it.
func placeOf(e Entry) string {
	return e.Rule + "\x00" + e.Assertion + "\x00" + e.Root + "\x00" + e.Address
}

// matching gives each finding an entry of its own.
type matching struct {
	entries []Entry
	taken   []bool
	// by and same are the entries by fingerprint and by place.
	by, same map[key][]int
}

func newMatching(entries []Entry) *matching {
	m := &matching{entries: entries, taken: make([]bool, len(entries)), by: map[key][]int{}, same: map[key][]int{}}
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return narrower(entries[i], entries[j]) })
	for _, i := range order {
		e := entries[i]
		m.by[key{e.Status, e.Fingerprint}] = append(m.by[key{e.Status, e.Fingerprint}], i)
		m.same[key{e.Status, placeOf(e)}] = append(m.same[key{e.Status, placeOf(e)}], i)
	}
	return m
}

// cover marks each finding that a baseline may hold, and returns which entry covers it. The
// same findings are found first, so that what is left of another takes no entry from one.
func (m *matching) cover(findings []finding.Finding) map[int]int {
	at := map[int]int{}
	var rest []int
	for i := range findings {
		f := &findings[i]
		f.Baseline = ""
		if f.Status != finding.Fail && f.Status != finding.Unknown || f.Waiver != nil {
			continue
		}
		f.Baseline = New
		if !Recorded(f) {
			continue
		}
		if j, ok := m.take(m.by, key{f.Status, f.Fingerprint}, f, func(Entry) bool { return true }); ok {
			f.Baseline, at[i] = Unchanged, j
			continue
		}
		rest = append(rest, i)
	}
	for _, i := range rest {
		f := &findings[i]
		if len(f.Grounds) == 0 {
			continue
		}
		left := func(e Entry) bool { return within(f.Grounds, e.Grounds) }
		if j, ok := m.take(m.same, key{f.Status, placeOf(entryOf(f))}, f, left); ok {
			f.Baseline, at[i] = Unchanged, j
		}
	}
	return at
}

// take finds a free entry that covers the finding: the first, which is the mildest and
// narrowest, so that the others are left for what needs them.
func (m *matching) take(from map[key][]int, at key, f *finding.Finding, fits func(Entry) bool) (int, bool) {
	free := from[at]
	for n, i := range free {
		e := m.entries[i]
		if m.taken[i] || !e.Severity.AtLeast(f.Severity) || !fits(e) {
			continue
		}
		m.taken[i] = true
		if n == 0 {
			from[at] = free[1:] // many that are equal are found at once
		}
		return i, true
	}
	return 0, false
}

// narrower orders entries by what they cover, the least first.
func narrower(a, b Entry) int {
	return cmp.Or(cmp.Compare(len(a.Grounds), len(b.Grounds)), cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), compare(a, b))
}

// within tells whether all of part, repetitions included, is in whole. Both are sorted.
func within(part, whole []string) bool {
	for _, p := range part {
		at, ok := slices.BinarySearch(whole, p)
		if !ok {
			return false
		}
		whole = whole[at+1:]
	}
	return true
}

// sight is what a run saw of the places that entries name.
type sight struct {
	run Run
	// states say how what is not covered by an entry stands, the worst of each place.
	states map[string]string
	there  map[string]bool
	roots  map[string]bool
	gaps   map[string]bool
}

// worse orders the states of a place.
var worse = []string{fixed, waived, unknown, changed}

func newSight(findings []finding.Finding, run Run) *sight {
	s := &sight{run: run, states: map[string]string{}, there: map[string]bool{}, roots: map[string]bool{}, gaps: map[string]bool{}}
	for i := range findings {
		f := &findings[i]
		if f.Baseline == Unchanged {
			continue
		}
		state := fixed
		switch {
		case f.Waiver != nil:
			state = waived
		case f.Status == finding.Fail:
			state = changed
		case f.Status == finding.Unknown:
			state = unknown
		}
		at := placeOf(entryOf(f))
		if slices.Index(worse, state) >= slices.Index(worse, s.states[at]) {
			s.states[at] = state
		}
	}
	if run.Set == nil {
		return s
	}
	for _, r := range run.Set.Resources {
		s.there[finding.Masked(r.Root)+"\x00"+finding.Masked(r.Shown())] = true
	}
	for _, root := range run.Set.Seen.Roots {
		s.roots[finding.Masked(root)] = true
	}
	for _, scope := range run.Set.Scopes {
		s.roots[scope.Scope.AccountKey], s.roots[scope.Root] = true, true
	}
	for _, gap := range run.Set.Gaps {
		s.gaps[finding.Masked(gap.Root)] = true
	}
	return s
}

// why says what became of an entry that covers nothing any more.
func (s *sight) why(e Entry) string {
	if state := s.states[placeOf(e)]; state != "" {
		return state
	}
	switch {
	case !slices.Contains(s.run.Rules, e.Rule), slices.Contains(s.run.Broken, e.Rule):
		return notRead
	case !s.roots[e.Root] && (s.run.Read == nil || !s.run.Read(e.Root)), s.gaps[e.Root], s.gaps[""]:
		return notRead
	case s.there[e.Root+"\x00"+e.Address]:
		return fixed
	}
	return removed
}
