package finding

import (
	"cmp"
	"slices"
)

// Attached is a document of another tool that the user gave as evidence. It supports
// citations and proves none: what it says was counted and not checked.
type Attached struct {
	// Name is the file's name, Digest the SHA-256 of its content and Bytes its size.
	Name   string `json:"name"`
	Digest string `json:"digest"`
	Bytes  int64  `json:"bytes"`
	// Format is what it is written in: "SARIF 2.1.0", "CycloneDX 1.6", "SPDX 2.3", "JUnit XML".
	Format string `json:"format"`
	// Parts say what each tool did, in the order of tool, version and kind. There is one at least.
	Parts []AttachedPart `json:"parts"`
}

// AttachedPart is what one tool did.
type AttachedPart struct {
	// Kind is one of internal/evidence: "vulnerability-scan".
	Kind string `json:"kind"`
	// Tool and Version are as the document has them, empty where it does not tell.
	Tool    string `json:"tool"`
	Version string `json:"version"`
	// Time is when it was done, by the document alone: RFC 3339 in UTC, or without a zone where
	// the document gives none. It is the earliest of several, and empty where the document does not tell.
	Time string `json:"time"`
	// Complete is false where the document says that the tool did not finish, or holds nothing
	// that it did; Why says which. Such a part supports nothing.
	Complete bool   `json:"complete"`
	Why      string `json:"why,omitempty"`
	// Results count what a scan found and Tests what a test run did; nil where it is none.
	Results *AttachedResults `json:"results,omitempty"`
	Tests   *AttachedTests   `json:"tests,omitempty"`
	// Components is how many components an SBOM lists.
	Components int `json:"components,omitempty"`
	// Supports are the citations, in regulation order.
	Supports []Support `json:"supports"`
}

// AttachedResults count the results of a scan.
type AttachedResults struct {
	// Total counts those that were not suppressed, Suppressed those that were.
	Total      int `json:"total"`
	Suppressed int `json:"suppressed"`
	// Levels are nil where the format has none.
	Levels     *AttachedLevels    `json:"levels,omitempty"`
	Severities AttachedSeverities `json:"severities"`
}

// AttachedLevels count results by the level of SARIF (section 3.27.10).
type AttachedLevels struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Note    int `json:"note"`
	None    int `json:"none"`
}

// AttachedSeverities count results by severity: the document's own word, or that of a CVSS score.
type AttachedSeverities struct {
	Critical int `json:"critical"`
	High     int `json:"high"`
	Medium   int `json:"medium"`
	Low      int `json:"low"`
	// Other are informational or say none.
	Other int `json:"other"`
}

// AttachedTests count test cases, each in one place: those that passed are the rest of Total.
type AttachedTests struct {
	Total    int `json:"total"`
	Failures int `json:"failures"`
	Errors   int `json:"errors"`
	Skipped  int `json:"skipped"`
}

// Support is a citation, and the sentence that says why a document supports it.
type Support struct {
	Citation
	Reason string `json:"reason"`
}

// Attach adds documents to the report, each once, in the order of their names.
func (r *Report) Attach(more ...Attached) {
	all := slices.Concat(r.Attached, more)
	slices.SortStableFunc(all, compareAttached)
	r.Attached = slices.CompactFunc(all, func(a, b Attached) bool { return compareAttached(a, b) == 0 })
}

// compareAttached tells documents apart: one content can be given as several kinds.
func compareAttached(a, b Attached) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Digest, b.Digest),
		slices.CompareFunc(a.Parts, b.Parts, func(a, b AttachedPart) int { return cmp.Compare(a.Kind, b.Kind) }))
}
