package report

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// runProperties say what a run was judged by, and what its gate looks at.
func runProperties(r finding.Report) map[string]string {
	properties := map[string]string{}
	if r.Profile != nil {
		properties["profile"] = Plain(r.Profile.String())
	}
	if r.PHIOnly != nil {
		properties["gate"] = scopeOf(*r.PHIOnly)
	}
	if lax := laxer(r); len(lax) > 0 {
		properties["laxer"] = Plain(strings.Join(lax, ", "))
	}
	if len(r.Attached) > 0 {
		properties["evidence"] = attachedAll(r)
	}
	return properties
}

// resultProperties say whether the resource holds PHI, and how it got there.
func resultProperties(f finding.Finding) map[string]string {
	properties := map[string]string{}
	if f.PHI != "" {
		properties["phi"] = f.PHI
	}
	if way := PHIPath(f.PHIWhy, f.PHIPath); way != "" {
		properties["phiPath"] = Plain(way)
	}
	return properties
}
