package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"

	"github.com/hipaactl/hipaactl/internal/finding"
)

const (
	oscalVersion = "1.1.3"
	// oscalNS is the namespace of the properties that OSCAL does not define.
	oscalNS = homepage + "/ns/oscal"
)

// OSCAL writes assessment results of the Open Security Controls Assessment Language, whose
// model is https://pages.nist.gov/OSCAL-Reference/models/v1.1.3/assessment-results/json-outline/.
// A verdict is an observation, whatever it says; a citation is a control; and only what the
// observations carry is a finding about a control. See citedControl.state for what that means.
func OSCAL(w io.Writer, r finding.Report) error {
	a, err := newAssessment(sorted(r))
	if err != nil {
		return fmt.Errorf("write OSCAL: %w", err)
	}
	document := map[string]oscalResults{"assessment-results": a.results()}
	err = writeSlots(w, document,
		slot{"inventory-items", a.subjects}, slot{"observations", a.observations},
		slot{"risks", a.risks}, slot{"findings", a.findings})
	if err != nil {
		return fmt.Errorf("write OSCAL: %w", err)
	}
	return nil
}

// oscalID is a UUID of version 5 (RFC 9562), so that the same thing always has the same one.
func oscalID(parts ...string) string {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(oscalNS+"#"+strings.Join(parts, "\x00"))).String()
}

// controlID is a citation as an OSCAL token: 164.312(a)(2)(iv) is hipaa-164.312-a-2-iv.
func controlID(citation string) string {
	plain := strings.NewReplacer("(", "-", ")", "").Replace(citation)
	return "hipaa-" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '_'
	}, plain)
}

// oscalProps makes properties of names and values in turn. OSCAL has no empty ones, and
// none that hold a line break or end in a blank.
func oscalProps(pairs ...string) []oscalProperty {
	var out []oscalProperty
	for i := 0; i+1 < len(pairs); i += 2 {
		if value := strings.TrimSpace(Plain(pairs[i+1])); value != "" {
			out = append(out, oscalProperty{Name: pairs[i], NS: oscalNS, Value: value})
		}
	}
	return out
}
