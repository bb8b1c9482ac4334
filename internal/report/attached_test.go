package report

import (
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// attachedSample is sample with documents of other tools: a scan, an old one that did not
// finish and one of a test run.
func attachedSample() finding.Report {
	risk := finding.Support{Citation: finding.Citation{ID: "164.308(a)(1)(ii)(A)", Title: "Risk analysis", Kind: "required"}, Reason: "It names what a risk analysis has to weigh."}
	control := finding.Support{Citation: accessControl, Reason: "It is about access."}
	r := sample()
	r.Attach(
		finding.Attached{
			Name: "zap.sarif", Digest: strings.Repeat("a", 64), Bytes: 42, Format: "SARIF 2.1.0",
			Parts: []finding.AttachedPart{
				{
					Kind: "dynamic-analysis", Tool: "ZAP", Version: "2.15.0", Time: "2026-11-20T02:00:00Z", Complete: true, Supports: []finding.Support{risk, control},
					Results: &finding.AttachedResults{
						Total: 4, Suppressed: 1, Levels: &finding.AttachedLevels{Error: 1, Warning: 2, None: 1},
						Severities: finding.AttachedSeverities{Critical: 1, Medium: 2, Other: 1},
					},
				},
				{
					Kind: "secret-scan", Tool: "gitleaks", Why: "the tool did not finish: its invocation was not successful", Supports: []finding.Support{},
					Results: &finding.AttachedResults{Levels: &finding.AttachedLevels{}},
				},
			},
		},
		finding.Attached{
			Name: "junit\x1b.xml", Digest: strings.Repeat("b", 64), Bytes: 7, Format: "JUnit XML",
			Parts: []finding.AttachedPart{{
				Kind: "restore-test", Time: "2026-11-23T01:00:00", Complete: true, Supports: []finding.Support{control},
				Tests: &finding.AttachedTests{Total: 7, Failures: 1, Errors: 1, Skipped: 2},
			}},
		},
		finding.Attached{
			Name: "bom.json", Digest: strings.Repeat("c", 64), Bytes: 9, Format: "CycloneDX 1.6",
			Parts: []finding.AttachedPart{{Kind: "sbom", Tool: "syft", Complete: true, Components: 3, Supports: []finding.Support{risk}}},
		},
	)
	return r
}

// afterCoverage is what a text report holds of other tools.
const afterCoverage = `Evidence of other tools

  bom.json
  file          CycloneDX 1.6, 9 bytes, SHA-256
                cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
  by            syft (sbom)
  time          the document does not tell when
  found         3 components
  supports      164.308(a)(1)(ii)(A) Risk analysis (required): It names what a risk analysis has to
                weigh.

  junit\x1b.xml
  file          JUnit XML, 7 bytes, SHA-256
                bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
  by            a tool that the document does not name (restore-test)
  time          2026-11-23T01:00:00 (of no stated zone), within a day of this report
  found         7 tests: 3 passed, 1 failed, 1 ended with an error, 2 skipped
  supports      164.312(a)(1) Access control (standard): It is about access.

  zap.sarif
  file          SARIF 2.1.0, 42 bytes, SHA-256
                aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  by            ZAP 2.15.0 (dynamic-analysis)
  time          2026-11-20T02:00:00Z, 3 days before this report
  found         4 results: 1 error, 2 warning, 1 of no level; 1 critical, 2 medium, 1 of no
                severity; 1 more suppressed
  supports      164.308(a)(1)(ii)(A) Risk analysis (required): It names what a risk analysis has to
                weigh.
                164.312(a)(1) Access control (standard): It is about access.
  by            gitleaks (secret-scan)
  time          the document does not tell when
  found         0 results
  supports      nothing: the tool did not finish: its invocation was not successful

                Documents of other tools support citations and prove none: hipaactl counted what
                they say and checked nothing of it.
`

func TestTextSaysWhatOtherToolsSupport(t *testing.T) {
	got := render(t, NewText(TextOptions{}), attachedSample())
	_, got, ok := strings.Cut(got, "Evidence of other tools\n")
	if d := cmp.Diff(afterCoverage, "Evidence of other tools\n"+got); !ok || d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestAttachedMatchesTheSchema(t *testing.T) {
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, JSON, attachedSample())))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema(t).Validate(v); err != nil {
		t.Error(err)
	}
	var got finding.Report
	if err := json.Unmarshal([]byte(render(t, JSON, attachedSample())), &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(attachedSample().Attached, got.Attached); d != "" {
		t.Errorf("does not read back (-want +got):\n%s", d)
	}
}

// TestSchemaTakesWhatIsRead holds the schema and internal/evidence together: what it reads
// of its own examples is valid.
func TestSchemaTakesWhatIsRead(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "evidence", "testdata", "golden", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	s := schema(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := sample()
		r.Attached = make([]finding.Attached, 1)
		if err := json.Unmarshal(text, &r.Attached[0]); err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(render(t, JSON, r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestAgeOfEvidence(t *testing.T) {
	for then, want := range map[string]string{
		"2026-11-22T02:00:00Z": "1 day before", "2026-11-22T02:00:02Z": "within a day", "2025-11-23T02:00:00Z": "365 days before",
		"2026-11-24T02:00:01Z": "after this report", "2026-11-23T13:00:00": "within a day", "soon": "soon",
	} {
		if got := attachedTime(finding.AttachedPart{Time: then}, finding.Time{Finished: "2026-11-23T02:00:01Z"}); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", then, got, want)
		}
	}
}

func TestJUnitNamesEvidenceByCitation(t *testing.T) {
	var got junitSuites
	if err := xml.Unmarshal([]byte(render(t, JUnit, attachedSample())), &got); err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for i, s := range got.Suites {
		if s.ID != i {
			t.Errorf("suite %d has id %d", i, s.ID)
		}
		for _, p := range s.Properties {
			if p.Name == "evidence" {
				found[s.Name]++
			}
		}
	}
	want := map[string]int{"45 CFR 164.308(a)(1)(ii)(A) Risk analysis": 2, "45 CFR 164.312(a)(1) Access control": 2}
	if d := cmp.Diff(want, found); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestSARIFNamesEvidence(t *testing.T) {
	for _, run := range sarif(sorted(attachedSample())).Runs {
		if s := run.Properties["evidence"]; strings.Count(s, "\n") != 4 || !strings.Contains(s, "supports nothing") || !strings.Contains(s, attachedNote) {
			t.Errorf("run %s: %q", run.AutomationDetails.ID, s)
		}
	}
}

func TestOSCALNamesEvidence(t *testing.T) {
	d := readOSCAL(t, attachedSample()).Results
	var got []string
	ids := map[string]bool{}
	for _, r := range d.BackMatter.Resources[1:] {
		ids[r.UUID] = true
		line := r.Links[0].Href + " " + r.Links[0].Hashes[0].Value[:1]
		for _, p := range r.Props {
			if p.Name == "supports" {
				line += " " + p.Value
			}
		}
		got = append(got, line)
		if !strings.Contains(r.Description, attachedNote) {
			t.Errorf("%s does not say what it is worth", r.Title)
		}
	}
	want := []string{"bom.json c hipaa-164.308-a-1-ii-A", "junit%1B.xml b hipaa-164.312-a-1", "zap.sarif a hipaa-164.308-a-1-ii-A hipaa-164.312-a-1"}
	if d := cmp.Diff(want, got); d != "" || len(ids) != 3 {
		t.Errorf("-want +got, %d UUIDs:\n%s", len(ids), d)
	}
}
