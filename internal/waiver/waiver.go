// Package waiver reads documented exceptions to rules, from a file and from comments in
// configuration, and applies them to findings. An exception that is not fully documented,
// out of date, not allowed by the Security Rule, too wide or of no use suppresses nothing
// and is a finding of its own (ID).
package waiver

import (
	"regexp"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// ID is the rule under which waivers themselves are judged. It cannot be waived.
const ID = "HIPAA-WVR-001"

// Layout is the form of a date. A day is one of UTC, and the day on which a waiver expires
// is the last on which it holds.
const Layout = "2006-01-02"

// Kind says why a finding is accepted.
type Kind string

// The kinds. AlternativeMeasure is what 45 CFR 164.306(d)(3)(ii)(B) allows for addressable
// specifications alone: another measure, documented, in the place of the specified one.
const (
	FalsePositive      Kind = "false-positive"
	RiskAcceptance     Kind = "risk-acceptance"
	AlternativeMeasure Kind = "alternative-measure"
)

// Kinds lists the kinds.
func Kinds() []Kind { return []Kind{FalsePositive, RiskAcceptance, AlternativeMeasure} }

// Waiver is one exception.
type Waiver struct {
	// Rule is a rule's id or a glob of ids.
	Rule string
	// Resource is a glob of addresses or, beginning with "arn:", of ARNs. It may be empty
	// inline, where the block says what is meant.
	Resource string
	// Root is a glob of root modules, Account an account's 12 digits; empty means any.
	Root, Account string
	// Assertion names one demand of a rule that bundles several; empty means all.
	Assertion string
	Kind      Kind
	// Reason, Measure and Approver are as written: see Document for what may be shown.
	Reason, Measure, Approver string
	// Created is the zero time where it is not given.
	Created, Expires time.Time
	// At is where it stands.
	At finding.Place
	// Block is what an inline waiver is about, nil for one of a file.
	Block *Block
}

// Block is a resource or a module call in configuration, by its file and lines.
type Block struct {
	File     string
	From, To int
	// FromColumn and ToColumn are its columns in JSON, where blocks may share lines; else 0.
	FromColumn, ToColumn int
	// Module tells that it is a module call, so that everything below it is meant.
	Module bool
}

// Problem is what is wrong with a waiver, which then suppresses nothing.
type Problem struct {
	// Demand is the assertion of ID that fails: one of those of Rule.
	Demand   string
	Severity finding.Severity
	// Name is the waiver's, for people and fingerprints: it holds no line.
	Name    string
	Message string
	At      finding.Place
}

// Book is all that was read: the waivers whose form is right, and the problems of the rest.
type Book struct {
	Waivers  []Waiver
	Problems []Problem
}

// Add appends what was read elsewhere.
func (b *Book) Add(o Book) {
	b.Waivers = append(b.Waivers, o.Waivers...)
	b.Problems = append(b.Problems, o.Problems...)
}

// Name is what reports call the waiver.
func (w Waiver) Name() string { return nameOf(w.Rule, w.Resource) }

func nameOf(rule, resource string) string {
	name := "waiver"
	if rule != "" {
		name += " of " + Masked(rule)
	}
	if resource != "" {
		name += " for " + Masked(resource)
	}
	return name
}

// Document is what a report shows of the waiver, without what looks like a secret or an
// identifier of a person in its texts.
func (w Waiver) Document() *finding.Waiver {
	return &finding.Waiver{
		Kind: string(w.Kind), Reason: Masked(w.Reason), Measure: Masked(w.Measure), Approver: Masked(w.Approver),
		Expires: w.Expires.Format(Layout), File: w.At.File, Line: w.At.Line,
	}
}

// assignment is a name and what it is set to, in prose: password=hunter2.
var assignment = regexp.MustCompile(`([A-Za-z][\w.-]*)(\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;]+)`)

// Masked is text of a waiver as it may be shown: without what its form gives away and
// without values of names that sound secret.
func Masked(text string) string {
	return finding.Masked(assignment.ReplaceAllStringFunc(text, func(s string) string {
		parts := assignment.FindStringSubmatch(s)
		if !finding.Secret(parts[1]) {
			return s
		}
		return parts[1] + parts[2] + finding.Hidden
	}))
}
