package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// TestHTMLOfTheClinic: the auditor's report of the example has a row for each failure and each
// resource that passed, names the JSON of the same run by its hash, and comes out the same again.
func TestHTMLOfTheClinic(t *testing.T) {
	clinic, dir := filepath.Join("..", "..", "examples", "clinic"), t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	read := func(name string) string {
		text, err := os.ReadFile(at(name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	var out, errs bytes.Buffer
	// What is hidden from other documents is in this one.
	Main(t.Context(), fake(&out, &errs, nil, "scan", clinic, "-q", "--min-severity", "critical", "-f", "html="+at("1.html"), "-f", "json="+at("1.json")))
	Main(t.Context(), fake(&out, &errs, nil, "scan", clinic, "-q", "-f", "html="+at("2.html")))
	page := read("1.html")
	if page == "" || page != read("2.html") {
		t.Fatalf("the same input gives other bytes: %s", errs.String())
	}
	if sum := sha256.Sum256([]byte(read("1.json"))); !strings.Contains(page, hex.EncodeToString(sum[:])) {
		t.Error("it does not name the JSON report that it was made from")
	}
	var r finding.Report
	if err := json.Unmarshal([]byte(read("1.json")), &r); err != nil {
		t.Fatal(err)
	}
	passes := 0
	for _, f := range r.Findings {
		if f.Status == finding.Pass {
			passes++
		}
		if f.Status == finding.Fail && !strings.Contains(page, `id="f-`+f.Fingerprint+`"`) {
			t.Errorf("no row for %s on %s", f.Rule, f.Resource.Address)
		}
	}
	if n := strings.Count(page, `<td data-label="Holds">`); n != passes || passes == 0 {
		t.Errorf("%d rows of what passed, want %d", n, passes)
	}
}
