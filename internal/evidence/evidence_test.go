package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// good are documents of testdata/good: they were written by hand after the specifications,
// in the shapes that the tools give them. What is read of each is in testdata/golden.
var good = []struct{ file, kind, golden string }{
	{"codeql.sarif", "", "codeql"},
	{"trivy-image.sarif", "", "trivy-image"},
	{"trivy-image.sarif", "vulnerability-scan", "trivy-image-as-said"},
	{"two-tools.sarif", "", "two-tools"},
	{"unfinished.sarif", "", "unfinished"},
	{"syft.cdx.json", "", "syft-cdx"},
	{"trivy.cdx.json", "", "trivy-cdx"},
	{"trivy-none.cdx.json", "", "trivy-none-cdx"},
	{"trivy-none.cdx.json", "container-scan", "trivy-none-as-said"},
	{"bom.cdx.xml", "", "bom-xml"},
	{"syft.spdx.json", "", "syft-spdx"},
	{"github.spdx.json", "", "github-spdx"},
	{"empty.spdx.json", "", "empty-spdx"},
	{"surefire.xml", "", "surefire"},
	{"surefire.xml", "restore-test", "surefire-restore"},
	{"pytest.xml", "restore-test", "pytest-restore"},
	{"pytest.xml", "dynamic-analysis", "pytest-dynamic"},
	{"skipped.xml", "", "skipped"},
}

func TestReadsDocuments(t *testing.T) {
	for _, g := range good {
		t.Run(g.golden, func(t *testing.T) {
			f, err := os.Open(filepath.Join("testdata", "good", g.file))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			got, err := Read(g.file, g.kind, f)
			if err != nil {
				t.Fatal(err)
			}
			text, err := json.MarshalIndent(got, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", "golden", g.golden+".json")
			if os.Getenv("HIPAACTL_UPDATE") != "" {
				if err := os.WriteFile(path, append(text, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("HIPAACTL_UPDATE=1 writes it: %v", err)
			}
			if diff := cmp.Diff(string(want), string(text)+"\n"); diff != "" {
				t.Errorf("-want +got, HIPAACTL_UPDATE=1 accepts:\n%s", diff)
			}
		})
	}
}

func TestRefuses(t *testing.T) {
	const run = `{"version":"2.1.0","runs":[`
	for _, c := range []struct{ name, kind, text, want string }{
		{"empty", "", " \n", "it is empty"},
		{"text", "", "secret", "none of the formats"},
		{"list", "", `[{"secret": 1}]`, "none of the formats"},
		{"other JSON", "", `{"Results": [{"Target": "secret"}]}`, "none of the formats"},
		{"npm audit", "", `{"vulnerabilities": {"secret": {}}}`, `"vulnerabilities" is no list`},
		{"UTF-16", "", "\xff\xfe{\x00", "UTF-16"},
		{"gzip", "", "\x1f\x8b\x08\x00", "unpack it"},
		{"zip", "", "PK\x03\x04", "unpack it"},
		{"cut", "", run + `{"tool":{"driver":{"name":"Tri`, "ends in the middle"},
		{"not JSON", "", `{"version": secret}`, "not JSON"},
		{"two", "", `{"bomFormat":"CycloneDX"} {"secret":1}`, "something follows"},
		{"two formats", "", `{"bomFormat":"CycloneDX","spdxVersion":"SPDX-2.3"}`, "SPDX of a version"},
		{"SARIF and CycloneDX", "", `{"bomFormat":"CycloneDX","version":"2.1.0","runs":[]}`, "none of the formats"},
		{"version", "", `{"version":"2.0.0","runs":[]}`, "want 2.1.0"},
		{"no run", "", `{"version":"2.1.0","runs":[]}`, "without a run"},
		{"no runs", "", `{"version":"2.1.0","runs":null}`, "without a run"},
		{"runs", "", `{"version":"2.1.0","runs":{"secret":1}}`, `"runs" is no list`},
		{"run", "", run + `null]}`, "does not name its tool"},
		{"run is text", "", run + `"secret"]}`, "is no object"},
		{"no tool", "", run + `{"results":[]}]}`, "does not name its tool"},
		{"result", "", run + `{"results":["secret"]}]}`, "not as its format has it"},
		{"rule index", "", run + `{"results":[{"ruleIndex":"secret"}]}]}`, `"ruleIndex" is no number`},
		{"suppressions", "", run + `{"results":[{"suppressions":"secret"}]}]}`, `"suppressions" is no list`},
		{"unknown tool", "", run + `{"tool":{"driver":{"name":"Own Scanner"}},"results":[]}]}`, `what kind of scan "Own Scanner" made: write KIND=FILE, where KIND is vulnerability-scan, dependency-scan, container-scan, static-analysis, dynamic-analysis, secret-scan, iac-scan`},
		{"trivy that found nothing", "", run + `{"tool":{"driver":{"name":"Trivy"}},"results":[]}]}`, "KIND=FILE"},
		{"unknown kind", "pentest", run + `{"tool":{"driver":{"name":"Trivy"}},"results":[]}]}`, `unknown kind of evidence "pentest" (want vulnerability-scan`},
		{"SARIF as SBOM", "sbom", run + `{"tool":{"driver":{"name":"Trivy"}},"results":[]}]}`, "it is SARIF, which holds no sbom: want an SBOM"},
		{"SARIF as test", "restore-test", run + `{"tool":{"driver":{"name":"Trivy"}},"results":[]}]}`, "want JUnit XML"},
		{"SBOM as scan", "container-scan", `{"bomFormat":"CycloneDX","specVersion":"1.6"}`, "no search for vulnerabilities"},
		{"SPDX as scan", "container-scan", `{"spdxVersion":"SPDX-2.3","vulnerabilities":[]}`, "no search for vulnerabilities"},
		{"JUnit as SBOM", "sbom", `<testsuite/>`, "want an SBOM"},
		{"SPDX 3", "", `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]}`, "SPDX 2.3 or CycloneDX"},
		{"sbom in sbom", "", `{"sbom":{"sbom":{}}}`, `"sbom" is no SBOM`},
		{"own JSON", "", `{"schema":"hipaactl/report/v1","findings":[]}`, "as a RESULT to merge"},
		{"own SARIF", "", run + `{"tool":{"driver":{"name":"hipaactl"}},"results":[]}]}`, "as a RESULT to merge"},
		{"own JUnit", "", `<testsuites><testsuite package="hipaactl"/></testsuites>`, "as a RESULT to merge"},
		{"other XML", "", `<OWASPZAPReport secret="1"/>`, "none of the formats"},
		{"bom of something else", "", `<bom xmlns="secret"/>`, "none of the formats"},
		{"XML cut", "", `<testsuite><testcase name="secret"`, "ends in the middle"},
		{"XML open", "", `<testsuite><testcase name="secret">`, "ends in the middle"},
		{"XML wrong", "", "<testsuite>\n<secret></other></testsuite>", "line 2: it is not well-formed"},
		{"XML two", "", `<testsuite/><testsuite/>`, "something follows"},
		{"entity", "", `<testsuite>&secret;</testsuite>`, "not well-formed"},
		{"entities", "", `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><testsuite>&b;</testsuite>`, "document type"},
		{"external entity", "", `<!DOCTYPE x SYSTEM "file:///etc/passwd"><testsuite/>`, "document type"},
		{"encoding", "", `<?xml version="1.0" encoding="EBCDIC-secret"?><testsuite/>`, "encoding is not read"},
		{"XML comment alone", "", `<!-- secret -->`, "ends in the middle"},
		{"deep XML", "", strings.Repeat("<testsuite>", 1000), "deeper than 200"},
		{"deep JSON", "", strings.Repeat(`{"a":`, 100_000), "not JSON"},
		{"deep result", "", run + `{"results":[{"a":` + strings.Repeat("[", 100_000), "not JSON"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("x.json", c.kind, strings.NewReader(c.text))
			if err == nil {
				t.Fatal("was read")
			}
			if got := err.Error(); !strings.HasPrefix(got, "x.json: ") || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want x.json: ... %s", got, c.want)
			}
			if strings.Contains(err.Error(), "secret") && c.want != "secret" && !strings.Contains(err.Error(), "secret-scan") {
				t.Errorf("quotes the document: %v", err)
			}
		})
	}
}

func TestEveryKindSupportsCitationsOfTheRule(t *testing.T) {
	for _, k := range kinds {
		if len(k.supports) == 0 {
			t.Errorf("%s supports nothing", k.name)
		}
		for i, s := range k.supports {
			if !hipaa.Known(s.citation) {
				t.Errorf("%s supports %s, which the rule does not have", k.name, s.citation)
			}
			if i > 0 && hipaa.Compare(k.supports[i-1].citation, s.citation) >= 0 {
				t.Errorf("%s: %s is not in regulation order", k.name, s.citation)
			}
			for _, word := range []string{"prove", "complian", "ensure", "guarantee"} {
				if strings.Contains(strings.ToLower(s.reason), word) {
					t.Errorf("%s promises too much: %s", k.name, s.reason)
				}
			}
		}
	}
	if len(Kinds()) != len(kinds) || Kinds()[0].Supports[0].Title != "Risk analysis" {
		t.Errorf("Kinds does not list the table: %+v", Kinds())
	}
}

func TestToolsHaveAKind(t *testing.T) {
	for name, kind := range tools {
		if _, err := lookup(kind); err != nil || name != strings.ToLower(name) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for name, want := range map[string]string{
		"Semgrep OSS": kindStatic, "SNYK": kindDependency, "Snyk Container": kindContainer, "snyk-to-html": "", "ZAP 2.15": kindDynamic,
		"zaproxy": "", "Trivy": "", "KICS": kindIaC, "": "", "my bandit": "", "Burp Scanner": kindDynamic,
	} {
		if got := guess(name); got != want {
			t.Errorf("%q is taken for %q, want %q", name, got, want)
		}
	}
}

func TestTrivyTellsItsKindByTags(t *testing.T) {
	for tags, want := range map[string]string{
		`"vulnerability","security"`: kindVulnerability, `"misconfiguration"`: kindIaC, `"secret"`: kindSecret, `"secret","vulnerability"`: kindVulnerability,
	} {
		text := `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Trivy","rules":[{"id":"a","properties":{"tags":[` + tags + `]}}]}},"results":[]}]}`
		got, err := Read("x", "", strings.NewReader(text))
		if err != nil || got.Parts[0].Kind != want {
			t.Errorf("%s: got %+v, %v, want %s", tags, got.Parts, err, want)
		}
	}
}

func TestLevelsAndSeverities(t *testing.T) {
	for score, want := range map[string]int{"10": critical, "9.0": critical, "8.9": high, "7": high, "4.0": medium, "0.1": low, "0.0": other, "": other, "high": other, "-1": other, "NaN": other} {
		if got := severityOf(score); got != want {
			t.Errorf("score %q is %d, want %d", score, got, want)
		}
	}
}

func TestMoments(t *testing.T) {
	for text, want := range map[string]string{
		"2026-11-20T02:00:00.5+02:00": "2026-11-20T00:00:00Z", "2026-11-20T02:00:00": "2026-11-20T02:00:00", "2026-11-20T02:00:00.123": "2026-11-20T02:00:00",
		"2026-11-20": "", "yesterday": "", "": "",
	} {
		if got := moment(text); got != want {
			t.Errorf("moment(%q) = %q, want %q", text, got, want)
		}
	}
	if earlier("", "b") != "b" || earlier("a", "") != "a" || earlier("b", "a") != "a" || earlier("a", "b") != "a" || later("a", "b") != "b" {
		t.Error("moments are not compared")
	}
}

func TestNamesArePrintable(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[31m\nb\u202e": "a[31m b", "\xff": "", strings.Repeat("é", 200): strings.Repeat("é", 99) + "…",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNothingIncompleteSupports holds for every document here.
func TestNothingIncompleteSupports(t *testing.T) {
	seen := 0
	for _, g := range good {
		text, err := os.ReadFile(filepath.Join("testdata", "golden", g.golden+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var a finding.Attached
		if err := json.Unmarshal(text, &a); err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Parts {
			if p.Complete != (p.Why == "") || p.Complete != (len(p.Supports) > 0) {
				t.Errorf("%s: complete %v, why %q, supports %d", g.golden, p.Complete, p.Why, len(p.Supports))
			}
			if !p.Complete {
				seen++
			}
		}
	}
	if seen < 4 {
		t.Errorf("only %d parts are incomplete", seen)
	}
}

// TestDocumented holds docs/evidence.md to the table.
func TestDocumented(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "evidence.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range Kinds() {
		var ids []string
		for _, s := range k.Supports {
			ids = append(ids, s.ID)
			if !strings.Contains(strings.Join(strings.Fields(string(text)), " "), s.Title) {
				t.Errorf("docs/evidence.md does not name %s", s.Title)
			}
		}
		if row := "| `" + k.Name + "` | " + k.What + " | " + strings.Join(ids, ", ") + " |\n"; !strings.Contains(string(text), row) {
			t.Errorf("docs/evidence.md has no row %s", row)
		}
	}
}
