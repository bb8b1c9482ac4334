package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Finding is the verdict of one policy, or one assertion of it, on one resource.
type Finding struct {
	// Rule is the policy's id, HIPAA-S3-003.
	Rule string `json:"rule"`
	// Assertion names one demand of a policy that bundles several; else empty.
	Assertion string   `json:"assertion"`
	Status    Status   `json:"status"`
	Severity  Severity `json:"severity"`
	// Message says in one line what was found. It holds no attribute values.
	Message string `json:"message"`
	// Paths are the attribute paths on which the verdict rests, sorted.
	Paths []string `json:"paths"`
	// Causes explain Unknown; sorted, without repetition.
	Causes   []resource.Cause `json:"causes"`
	Evidence []Evidence       `json:"evidence"`
	// PHI is "yes", "no", "unmarked" or "unknown".
	PHI string `json:"phi"`
	// PHIWhy names the marker that decided PHI, empty where none did.
	PHIWhy string `json:"phi_why,omitempty"`
	// PHIPath is how the mark got to the resource along references, if it did.
	PHIPath     []PHIStep `json:"phi_path,omitempty"`
	Fingerprint string    `json:"fingerprint"`
	// Grounds are the parts of the fingerprint that say what is wrong, sorted: a fail or
	// unknown with some of the grounds of another and no further ones is that other one,
	// in part repaired. Other findings have none. They are not part of the JSON report.
	Grounds []string `json:"-"`
	// Baseline is "new" or "unchanged" where the run was compared with an earlier one.
	Baseline string   `json:"baseline,omitempty"`
	Resource Resource `json:"resource"`
	Location Location `json:"location"`
	Waiver   *Waiver  `json:"waiver"`
}

// PHIStep is one reference on the way of a PHI mark, both ends by address.
type PHIStep struct {
	From string `json:"from"`
	To   string `json:"to"`
	// Via is the address and attribute that hold the reference.
	Via string `json:"via"`
	Why string `json:"why"`
}

// Cause says why something is unknown; reports know it by this name.
type Cause = resource.Cause

// Evidence is one thing that was seen: an attribute and, unless it is sensitive, its value.
type Evidence struct {
	Path  string `json:"path"`
	Value string `json:"value"`
	// File and Line are where the attribute is configured (code), Call and Time where it was read (live).
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
	Call string `json:"call,omitempty"`
	Time string `json:"time,omitempty"`
}

// Resource identifies what was judged.
type Resource struct {
	Root    string          `json:"root"`
	Address string          `json:"address"`
	Type    string          `json:"type"`
	Source  resource.Source `json:"source"`
	Account string          `json:"account"`
	Region  string          `json:"region"`
	ARN     string          `json:"arn"`
}

// Location is where a reader finds what was judged. Files are slash-separated,
// relative to the repository root where there is one; lines count from 1.
type Location struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	// Callers are the module calls that lead there, innermost first.
	Callers []Place `json:"callers"`
	// Downloaded tells that File belongs to a module outside the repository's own code.
	Downloaded bool `json:"downloaded,omitempty"`
	// Excerpt is the code to show a person. It is not part of the JSON report.
	Excerpt []Line `json:"-"`
}

// Place is a file and a line.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// Line is one line of an excerpt.
type Line struct {
	Number int
	Text   string
	// Offending marks the lines that the finding is about.
	Offending bool
}

// Waiver is the documented exception under which a finding does not trip the gate.
type Waiver struct {
	Kind   string `json:"kind"`
	Reason string `json:"reason"`
	// Measure is what is done instead, for kind alternative-measure; else empty.
	Measure  string `json:"measure,omitempty"`
	Approver string `json:"approver"`
	Expires  string `json:"expires"`
	// File and Line are where the waiver stands.
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"`
}

// Compare is the one order of findings: by place, then by rule. Everything that
// prints uses it, so that the same input gives the same bytes.
func Compare(a, b Finding) int { return compare(&a, &b) }

// Sort brings findings into the order of Compare. It sorts positions and then
// moves each finding once, in place: a finding is large and there may be many.
func Sort(all []Finding) {
	if IsSorted(all) {
		return
	}
	from := make([]int, len(all))
	for i := range from {
		from[i] = i
	}
	slices.SortStableFunc(from, func(a, b int) int { return compare(&all[a], &all[b]) })
	for start := range from {
		if from[start] < 0 {
			continue
		}
		first := all[start]
		at := start
		for from[at] != start {
			next := from[at]
			all[at] = all[next]
			from[at], at = -1, next
		}
		all[at], from[at] = first, -1
	}
}

// IsSorted tells whether findings are in the order of Compare.
func IsSorted(all []Finding) bool {
	for i := 1; i < len(all); i++ {
		if compare(&all[i-1], &all[i]) > 0 {
			return false
		}
	}
	return true
}

// compare looks at the status and paths only where what is cheap does not decide.
func compare(a, b *Finding) int {
	if c := cmp.Or(
		cmp.Compare(a.Resource.Root, b.Resource.Root),
		cmp.Compare(a.Location.File, b.Location.File),
		cmp.Compare(a.Location.Line, b.Location.Line),
		cmp.Compare(a.Resource.Address, b.Resource.Address),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Assertion, b.Assertion),
	); c != 0 {
		return c
	}
	return cmp.Or(
		cmp.Compare(slices.Index(Statuses(), a.Status), slices.Index(Statuses(), b.Status)),
		slices.Compare(a.Paths, b.Paths),
		cmp.Compare(a.Fingerprint, b.Fingerprint),
		cmp.Compare(a.Message, b.Message),
	)
}

// Fingerprint identifies a finding across runs: rule, assertion, root (or
// account and region), address and what it is about. parts are the attribute
// paths with a block's content in place of its list index, so that neither a
// moved line nor an inserted sibling block changes it.
func Fingerprint(rule, assertion, root, address string, parts []string) string {
	h := sha256.New()
	for _, s := range append([]string{"v1", rule, assertion, root, address}, parts...) {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Grounds are the parts of a fingerprint, each as a short digest of its own, sorted.
func Grounds(rule, assertion string, parts []string) []string {
	out := make([]string, len(parts))
	for i, part := range parts {
		sum := sha256.Sum256([]byte(strings.Join([]string{"v1", rule, assertion, part}, "\x00")))
		out[i] = hex.EncodeToString(sum[:6])
	}
	slices.Sort(out)
	return out
}

// At is "file:line", or the ARN or address where there is no file.
func (f Finding) At() string {
	switch {
	case f.Location.File != "":
		return Place{f.Location.File, f.Location.Line}.String()
	case f.Resource.ARN != "":
		return f.Resource.ARN
	}
	return strings.TrimPrefix(f.Resource.Root+" "+f.Resource.Address, " ")
}
