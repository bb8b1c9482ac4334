package main

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestOwnRepository: what leaks finds in this repository was made up, and .hipaactl/waivers.yaml says
// so of each. Who adds an example that looks like a secret adds it where one of those holds, or a waiver.
func TestOwnRepository(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	stdout, stderr, code := invoke(t, nil, "leaks", "-f", "json")
	var r finding.Report
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatalf("%v: %s", err, stderr)
	}
	for _, f := range r.Findings {
		if f.Status == finding.Fail && f.Waiver == nil || f.Rule == "HIPAA-WVR-001" {
			t.Errorf("%s:%d: %s %s: %s", f.Location.File, f.Location.Line, f.Rule, f.Resource.Address, f.Message)
		}
	}
	if code != 0 || !r.Complete || r.Summary.Waived == 0 {
		t.Errorf("exit %d, complete %v, %d waived; %s", code, r.Complete, r.Summary.Waived, stderr)
	}
}
