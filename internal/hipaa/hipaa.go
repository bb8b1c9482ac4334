// Package hipaa knows the HIPAA Security Rule, 45 CFR Part 164 Subpart C: what each
// citation is called, what it asks for, whether it is required or addressable, how
// much of it a scan can show, and which NIST SP 800-53 controls go with it.
//
// internal/checks asks it whether a policy's citations exist; internal/report and
// the command line print what it knows. It imports nothing of ours.
package hipaa

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Addressable is what 164.306(d)(3) says about addressable specifications, in our own words.
const Addressable = "Addressable is not optional (45 CFR 164.306(d)(3)): assess whether the specification is " +
	"reasonable and appropriate here; if it is, implement it; if it is not, document why and implement an " +
	"equivalent alternative measure where that is reasonable and appropriate."

// Kind says what a citation is in the structure of the rule.
type Kind string

// The kinds: a standard, and the two sorts of implementation specification.
const (
	Standard Kind = "standard"
	Required Kind = "required"
	// AddressableSpec is an addressable implementation specification; see Addressable.
	AddressableSpec Kind = "addressable"
)

// Evidence says how much of a citation a scan of configuration can show.
type Evidence string

// The degrees of evidence. None of them is proof of compliance.
const (
	Automated Evidence = "automated"
	Partial   Evidence = "partial"
	Manual    Evidence = "manual"
)

// Citation is one standard or implementation specification of the rule.
type Citation struct {
	// ID is the paragraph without "45 CFR": 164.312(a)(2)(iv).
	ID    string
	Title string
	Kind  Kind
	// Mandatory is set for a standard without specifications, which is required in itself.
	Mandatory bool
	// Parent is the standard that a specification implements; empty for a standard.
	Parent string
	// Meaning is one sentence in our own words.
	Meaning  string
	Evidence Evidence
	// Shows says what a scan can contribute; empty where it is nothing.
	Shows string
	// NIST lists SP 800-53 revision 5 controls.
	NIST []string
	// Provide says what to show an auditor beside or instead of a scan, in our own words.
	Provide string
}

// Label is the citation's kind for people: "required", "addressable", "standard",
// and "required standard" for a standard that is required in itself.
func (c Citation) Label() string {
	if c.Mandatory {
		return "required standard"
	}
	return string(c.Kind)
}

// source holds the rule as amended by 78 FR 5694 (25 January 2013), the one in force, in
// regulation order. Labels are those of Appendix A to Subpart C; controls are as NIST maps
// them for SP 800-66 revision 2 in its Cybersecurity and Privacy Reference Tool.
//
//go:embed rule.csv
var source string

// header names the columns of source.
const header = "id,title,kind,mandatory,parent,evidence,meaning,shows,nist,provide"

// table is the rule, read when something first asks for it.
type table struct {
	all  []Citation
	byID map[string]int
}

// rule cannot fail: the data is part of the program and TestRule reads it.
var rule = sync.OnceValue(func() table {
	t, err := parse(source)
	if err != nil {
		panic(err) //nolint:forbidigo // the data is compiled in and tested
	}
	return t
})

func parse(text string) (table, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return table{}, fmt.Errorf("read the rule's data: %w", err)
	}
	if len(rows) == 0 || strings.Join(rows[0], ",") != header {
		return table{}, fmt.Errorf("read the rule's data: the first line is not %q", header)
	}
	t := table{byID: make(map[string]int, len(rows))}
	for i, r := range rows[1:] {
		if _, dup := t.byID[r[0]]; dup {
			return table{}, fmt.Errorf("read the rule's data: %s occurs twice", r[0])
		}
		t.byID[r[0]] = i
		t.all = append(t.all, Citation{
			ID: r[0], Title: r[1], Kind: Kind(r[2]), Mandatory: r[3] == "yes", Parent: r[4],
			Evidence: Evidence(r[5]), Meaning: r[6], Shows: r[7], NIST: strings.Split(r[8], ", "), Provide: r[9],
		})
	}
	return t, nil
}

// All lists the citations in regulation order.
func All() []Citation { return slices.Clone(rule().all) }

// Lookup finds a citation by its ID.
func Lookup(id string) (Citation, bool) {
	t := rule()
	i, ok := t.byID[id]
	if !ok {
		return Citation{}, false
	}
	return t.all[i], true
}

// Known tells whether id is a standard or specification of the rule in force.
func Known(id string) bool {
	_, ok := rule().byID[id]
	return ok
}

// Children lists the specifications of a standard in regulation order.
func Children(id string) []Citation {
	var out []Citation
	for _, c := range rule().all {
		if c.Parent == id && id != "" {
			out = append(out, c)
		}
	}
	return out
}

// Compare orders citations as the regulation does; unknown ones come last, by name.
func Compare(a, b string) int {
	t := rule()
	rank := func(id string) int {
		if i, ok := t.byID[id]; ok {
			return i
		}
		return len(t.all)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

// Normalize strips what people copy along with a citation: "45 CFR § 164.312(b)" is 164.312(b).
func Normalize(query string) string {
	query = strings.TrimSpace(query)
	query = strings.TrimSpace(strings.TrimPrefix(query, "45 CFR"))
	return strings.ReplaceAll(strings.TrimLeft(query, "§ \u00a0"), " ", "")
}

// Within tells whether id lies in what query names: the citation itself, a standard's
// specifications, any paragraph above it (164.312(a)), or its whole section (164.312).
func Within(id, query string) bool {
	if query == "" {
		return false
	}
	c, _ := Lookup(id)
	rest, below := strings.CutPrefix(id, query)
	return c.Parent == query || below && (rest == "" || rest[0] == '(')
}

// Names tells whether query names at least one citation in the sense of Within.
func Names(query string) bool {
	return slices.ContainsFunc(rule().all, func(c Citation) bool { return Within(c.ID, query) })
}

// proposed is the form of a paragraph of Subpart C.
var proposed = regexp.MustCompile(`^164\.3(0[2468]|1[02468])(\([a-zA-Z0-9]{1,5}\))+$`)

// Proposed tells whether id has the form of a citation in the rule proposed on
// 6 January 2025 (90 FR 898), which is not law. Its numbering may change, so only
// the form is checked.
func Proposed(id string) bool { return proposed.MatchString(id) }
