package report

import (
	"fmt"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// The exit codes. A tripped gate outranks an incomplete run.
const (
	ExitClean      = 0
	ExitTripped    = 1
	ExitUsage      = 2
	ExitIncomplete = 3
)

// Gate decides whether a report lets a build pass.
type Gate struct {
	// FailOn is the mildest severity of an unwaived fail that trips the gate; empty means
	// that no fail does.
	FailOn finding.Severity
	// FailOnUnknown makes unwaived unknowns of that severity or worse trip it too.
	FailOnUnknown bool
	// AllowIncomplete accepts a run that did not read everything it was asked to.
	AllowIncomplete bool
}

// DefaultGate trips on every unwaived fail but those of severity info, which are advice.
func DefaultGate() Gate { return Gate{FailOn: finding.Low} }

// ParseFailOn reads the gate's threshold: a severity from critical to low, or never.
func ParseFailOn(s string) (finding.Severity, error) {
	if s == "never" {
		return "", nil
	}
	if v, err := finding.ParseSeverity(s); err == nil && v != finding.Info {
		return v, nil
	}
	return "", fmt.Errorf("unknown threshold %q (want critical, high, medium, low or never)", s)
}

// Outcome is the gate's decision.
type Outcome struct {
	// Code is the exit code: ExitClean, ExitTripped or ExitIncomplete.
	Code int
	// Fails and Unknowns count the findings that tripped the gate.
	Fails, Unknowns int
	// Incomplete tells that something was not read, accepted or not.
	Incomplete bool
	// Empty tells that no rule applied to anything.
	Empty bool
	// New tells that the gate looked at nothing but what is new.
	New bool
	// Unmarked tells that the gate was to look at PHI alone, and nothing is marked as PHI.
	Unmarked bool
}

// Judge applies the gate to a whole report.
func (g Gate) Judge(r finding.Report) Outcome {
	out := Outcome{Incomplete: !r.Complete, Empty: true, New: r.Baseline != nil, Unmarked: r.PHIOnly != nil && *r.PHIOnly == finding.PHIOnly{}}
	for _, f := range r.Findings {
		out.Empty = out.Empty && f.Status == finding.NotApplicable
		switch {
		case f.Waiver != nil || beyond(r, f) || known(r, f):
		case f.Status == finding.Fail && g.FailOn != "" && f.Severity.AtLeast(g.FailOn):
			out.Fails++
		case f.Status == finding.Unknown && g.FailOnUnknown && f.Severity.AtLeast(g.unknownFloor()):
			out.Unknowns++
		}
	}
	switch {
	case out.Fails+out.Unknowns > 0:
		out.Code = ExitTripped
	case (out.Incomplete || out.Unmarked) && !g.AllowIncomplete:
		out.Code = ExitIncomplete
	}
	return out
}

// beyond tells of findings that a gate for PHI alone does not look at. Those on what may
// hold PHI it does: it is never green on what it could not see.
func beyond(r finding.Report, f finding.Finding) bool {
	return r.PHIOnly != nil && f.PHI != "yes" && f.PHI != "unknown"
}

// known tells of findings that were there before.
func known(r finding.Report, f finding.Finding) bool {
	return r.Baseline != nil && f.Baseline == "unchanged"
}

// unknownFloor is the mildest unknown that trips: with --fail-on never, unknowns of any
// severity but info, since the user asked for them by name.
func (g Gate) unknownFloor() finding.Severity {
	if g.FailOn == "" {
		return finding.Low
	}
	return g.FailOn
}

// String says in a clause why the exit code is what it is.
func (o Outcome) String() string {
	var why []string
	age := ""
	if o.New {
		age = "new "
	}
	if o.Fails > 0 {
		why = append(why, Count(o.Fails, age+"failure"))
	}
	if o.Unknowns > 0 {
		why = append(why, Count(o.Unknowns, age+"unknown"))
	}
	switch {
	case len(why) > 0:
		return "the gate tripped on " + strings.Join(why, " and ")
	case o.Unmarked && o.Code == ExitIncomplete:
		return "nothing is marked as PHI, so the gate looked at nothing"
	case o.Unmarked:
		return "nothing is marked as PHI, so the gate looked at nothing, which was allowed"
	case o.Code == ExitIncomplete:
		return "the gate holds, but not everything was read"
	case o.Incomplete:
		return "the gate holds; not everything was read, which was allowed"
	case o.Empty:
		return "the gate holds: there was nothing to judge"
	case o.New:
		return "the gate holds: nothing new trips it"
	}
	return "the gate holds"
}

// Count is "1 failure" or "2 failures", "1 entry" or "2 entries", "1 day" or "2 days".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.HasSuffix(stem, "a") { // days
		noun = stem + "ie"
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
