// Package finding is the vocabulary of everything a policy can say: what was
// found (Finding), how bad it is (Severity), whether it holds (Status), and the
// Report that the formats of internal/report print. The JSON form of Report is
// the contract that everything else reads.
package finding

import (
	"fmt"
	"slices"
	"strings"
)

// Status is the verdict of one policy (or one of its assertions) on one resource.
type Status string

// The verdicts.
const (
	Fail          Status = "fail"
	Unknown       Status = "unknown"
	Pass          Status = "pass"
	NotApplicable Status = "not_applicable"
)

// Statuses lists the verdicts, worst first: the order in which reports show them.
func Statuses() []Status { return []Status{Fail, Unknown, Pass, NotApplicable} }

// Severity says how bad a failure is.
type Severity string

// The severities. Info never trips the default gate.
const (
	Critical Severity = "critical"
	High     Severity = "high"
	Medium   Severity = "medium"
	Low      Severity = "low"
	Info     Severity = "info"
)

// Severities lists the severities, worst first.
func Severities() []Severity { return []Severity{Critical, High, Medium, Low, Info} }

// ParseSeverity reads a severity's name. The error lists the valid ones.
func ParseSeverity(s string) (Severity, error) {
	if v := Severity(s); slices.Contains(Severities(), v) {
		return v, nil
	}
	return "", fmt.Errorf("unknown severity %q (want %s)", s, join(Severities()))
}

// Rank orders severities: 0 is the worst. An unknown name ranks after Info.
func (s Severity) Rank() int {
	if i := slices.Index(Severities(), s); i >= 0 {
		return i
	}
	return len(Severities())
}

// AtLeast tells whether s is as bad as floor or worse.
func (s Severity) AtLeast(floor Severity) bool { return s.Rank() <= floor.Rank() }

func join[T ~string](all []T) string {
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = string(v)
	}
	return strings.Join(names, ", ")
}
