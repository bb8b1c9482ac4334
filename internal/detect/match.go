package detect

import (
	"bytes"
	"cmp"
	"slices"
)

// Class says what a match is.
type Class int

const (
	// Credential is a secret that opens something: a key, a token, a password.
	Credential Class = iota
	// PHI is individually identifiable health information (45 CFR 160.103), or an
	// identifier of 45 CFR 164.514(b)(2) that names a person in health care.
	PHI
)

// String gives "credential" or "phi".
func (c Class) String() string {
	if c == PHI {
		return "phi"
	}
	return "credential"
}

// Confidence says how sure a match is. Medium and above are meant to fail a gate.
type Confidence int

const (
	// Low is a value that has the shape alone, or that is told apart as made up.
	Low Confidence = iota
	// Medium is a value whose shape, checksum or surroundings rule most else out.
	Medium
	// High is a value that is labelled as what it is, and valid as that.
	High
)

// String gives "low", "medium" or "high".
func (c Confidence) String() string {
	switch c {
	case High:
		return "high"
	case Medium:
		return "medium"
	default:
		return "low"
	}
}

// Match is one find. It holds nothing of the value.
type Match struct {
	Class      Class
	Kind       string // ssn, mrn, ...; of credentials the id of the rule, as gitleaks names it
	Confidence Confidence
	Start, End int    // byte offsets, End exclusive; both 0 where the file's name alone decided
	Line       int    // of Start, from 1
	Column     int    // of Start, in bytes from 1
	Masked     string // the shape or the kind: "***-**-****", "[mrn]"
	Why        string // what decided, in a sentence without the value
}

// found is a match on its way, with further spans of the same find: the cells of
// a column. What overlaps them is part of this find.
type found struct {
	Match
	also []span
}

type span struct{ start, end int }

// settle drops what another match of the same class covers, sorts by Start and
// fills in lines and columns.
func settle(text []byte, all []found) []found {
	slices.SortStableFunc(all, func(a, b found) int { return better(a.Match, b.Match) })
	kept := all[:0:0]
	if len(all) == 0 {
		return nil
	}
	taken := [2]covered{newCovered(len(text)), newCovered(len(text))}
	for _, f := range all {
		if f.End > f.Start && taken[f.Class].any(f.Start, f.End) {
			continue
		}
		taken[f.Class].add(f.Start, f.End)
		for _, s := range f.also {
			taken[f.Class].add(s.start, s.end)
		}
		kept = append(kept, f)
	}
	slices.SortStableFunc(kept, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Class, b.Class), cmp.Compare(a.Kind, b.Kind))
	})
	line, lineStart, at := 1, 0, 0
	for i := range kept {
		between := text[at:kept[i].Start]
		line += bytes.Count(between, newline)
		if nl := bytes.LastIndexByte(between, '\n'); nl >= 0 {
			lineStart = at + nl + 1
		}
		at = kept[i].Start
		kept[i].Line, kept[i].Column = line, at-lineStart+1
	}
	return kept
}

var newline = []byte{'\n'}

// better orders matches by who stays where two overlap: the surer one, of equals
// the longer one (a whole segment over the number in it), then the first.
func better(a, b Match) int {
	return cmp.Or(
		cmp.Compare(b.Confidence, a.Confidence),
		cmp.Compare(b.End-b.Start, a.End-a.Start),
		cmp.Compare(a.Start, b.Start),
		cmp.Compare(a.Kind, b.Kind),
	)
}
