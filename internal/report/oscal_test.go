package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// accountSample is a report on two accounts with one of everything that formats about
// accounts treat in their own way.
func accountSample() finding.Report {
	r := account()
	hidden, root := r.Findings[11], r.Findings[12]
	pass, waived := r.Findings[1], r.Findings[2]
	pass.Status, pass.Message = finding.Pass, "Databases are encrypted"
	pass.Evidence = []finding.Evidence{{Path: "storage_encrypted", Value: "true", Call: "rds:DescribeDBInstances", Time: "2046-11-23T02:00:00Z"}}
	waived.Waiver = &finding.Waiver{Kind: "alternative-measure", Reason: "Records are encrypted before they are stored", Measure: "Client-side encryption", Approver: "@security", Expires: "2047-01-31", File: ".hipaactl/waivers.yaml", Line: 2}
	r.Findings = []finding.Finding{r.Findings[0], pass, waived, hidden, root}
	r.Gaps = r.Gaps[199:]
	r.Finish()
	return r
}

// matchesGolden compares with a file of testdata/golden.
func matchesGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("..", "..", "testdata", "golden", name)
	if *update || os.Getenv("HIPAACTL_UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("not as in %s; go test ./internal/report -update rewrites it (-want +got):\n%s", file, d)
	}
}

func TestOSCALGolden(t *testing.T) {
	matchesGolden(t, "report.oscal.json", render(t, OSCAL, sample()))
	matchesGolden(t, "account.oscal.json", render(t, OSCAL, accountSample()))
	matchesGolden(t, "nothing.oscal.json", render(t, OSCAL, finding.Report{Time: sample().Time}))
}

// reports are what every format has to cope with.
func reports() map[string]finding.Report {
	twice := sample()
	twice.Findings = append(twice.Findings, twice.Findings...) // as from two results of one place
	twice.Gaps = append(twice.Gaps, twice.Gaps...)
	return map[string]finding.Report{
		"sample": sample(), "account": account(), "account sample": accountSample(), "hostile": hostileReport(), "twice": twice, "nothing": {Time: sample().Time},
	}
}

// oscalAnswer is what the tests read of a document.
type oscalAnswer struct {
	Results struct {
		ImportAP   oscalImport     `json:"import-ap"`
		Metadata   oscalMetadata   `json:"metadata"`
		Results    []oscalResult   `json:"results"`
		BackMatter oscalBackMatter `json:"back-matter"`
	} `json:"assessment-results"`
}

func readOSCAL(t *testing.T, r finding.Report) oscalAnswer {
	t.Helper()
	var got oscalAnswer
	if err := json.Unmarshal([]byte(render(t, OSCAL, r)), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// TestOSCALRefersToWhatIsThere: every UUID is there once, and every reference has its end.
func TestOSCALRefersToWhatIsThere(t *testing.T) {
	for name, r := range reports() {
		t.Run(name, func(t *testing.T) {
			d := readOSCAL(t, r).Results
			defined := map[string]string{}
			define := func(id, what string) {
				if was := defined[id]; was != "" {
					t.Errorf("%s is a %s and a %s", id, was, what)
				}
				defined[id] = what
			}
			refer := func(id, what string) {
				if defined[id] != what {
					t.Errorf("%s should be a %s and is %q", id, what, defined[id])
				}
			}
			result := d.Results[0]
			define("#"+d.BackMatter.Resources[0].UUID, "plan")
			refer(d.ImportAP.Href, "plan")
			for _, c := range result.LocalDefinitions.AssessmentAssets.Components {
				define(c.UUID, "tool")
			}
			for _, i := range result.LocalDefinitions.InventoryItems {
				define(i.UUID, "item")
			}
			for _, o := range result.Observations {
				define(o.UUID, "observation")
				refer(o.Origins[0].Actors[0].UUID, "tool")
				for _, s := range o.Subjects {
					refer(s.UUID, "item")
				}
			}
			for _, risk := range result.Risks {
				define(risk.UUID, "risk")
				for _, o := range risk.Related {
					refer(o.UUID, "observation")
				}
			}
			for _, f := range result.Findings {
				define(f.UUID, "finding")
				for _, o := range f.Observations {
					refer(o.UUID, "observation")
				}
				for _, risk := range f.Risks {
					refer(risk.UUID, "risk")
				}
			}
			judged := len(r.Gaps)
			for _, f := range r.Findings {
				if f.Status != finding.NotApplicable {
					judged++
				}
			}
			if n := len(result.Observations); n != judged {
				t.Errorf("%d observations, want %d", n, judged)
			}
		})
	}
}

// TestOSCALStates: a control is satisfied only where all was seen and all of it was good.
func TestOSCALStates(t *testing.T) {
	partial := finding.Citation{ID: "164.308(a)(1)(ii)(A)", Title: "Risk analysis", Kind: "required"}
	pass, fail, unknown := finding.Finding{Status: finding.Pass}, finding.Finding{Status: finding.Fail}, finding.Finding{Status: finding.Unknown}
	waived := finding.Finding{Status: finding.Fail, Waiver: &finding.Waiver{Kind: "false-positive"}}
	for name, c := range map[string]struct {
		findings   []finding.Finding
		cited      finding.Citation
		incomplete bool
		want       string
	}{
		"passes":                    {[]finding.Finding{pass, pass}, encryption, false, "satisfied pass"},
		"passes of an uneven run":   {[]finding.Finding{pass}, encryption, true, "not-satisfied other"},
		"a fail":                    {[]finding.Finding{pass, fail, unknown, waived}, encryption, false, "not-satisfied fail"},
		"an unknown":                {[]finding.Finding{pass, unknown, waived}, encryption, false, "not-satisfied other"},
		"a waived fail":             {[]finding.Finding{pass, waived}, encryption, false, "not-satisfied other"},
		"passes of a part":          {[]finding.Finding{pass}, partial, false, ""},
		"a fail of a part":          {[]finding.Finding{pass, fail}, partial, false, "not-satisfied fail"},
		"what applies to nothing":   {[]finding.Finding{{Status: finding.NotApplicable}}, encryption, false, ""},
		"passes and not applicable": {[]finding.Finding{pass, {Status: finding.NotApplicable}}, encryption, false, "satisfied pass"},
	} {
		t.Run(name, func(t *testing.T) {
			r := finding.Report{Complete: !c.incomplete, Findings: c.findings, Rules: map[string]finding.Rule{"R": {Citations: []finding.Citation{c.cited}}}}
			for i := range r.Findings {
				r.Findings[i].Rule = "R"
			}
			got := ""
			for _, f := range readOSCAL(t, r).Results.Results[0].Findings {
				got += f.Target.Status.State + " " + f.Target.Status.Reason
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestOSCALWaiver: who accepted what, why and until when stands in a risk.
func TestOSCALWaiver(t *testing.T) {
	result := readOSCAL(t, accountSample()).Results.Results[0]
	var got []string
	for _, risk := range result.Risks {
		if risk.Status != "deviation-approved" {
			continue
		}
		for _, p := range risk.Props {
			got = append(got, p.Name+"="+p.Value)
		}
		got = append(got, risk.Deadline, risk.Mitigating[0].Description)
	}
	want := []string{
		"rule=R-1", "severity=high", "waiver-kind=alternative-measure", "waiver-approver=@security",
		"waiver-reason=Records are encrypted before they are stored", "waiver-expires=2047-01-31", "waiver-place=.hipaactl/waivers.yaml:2",
		"2047-01-31T23:59:59Z", "Client-side encryption",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}

func TestOSCALSaysWhatIsNotLaw(t *testing.T) {
	r := sample()
	r.Profile = &finding.Profile{Name: "nprm-2025", Title: "as proposed", NotLaw: true}
	if got := readOSCAL(t, r).Results.Metadata.Remarks; !strings.Contains(got, "nprm-2025 (not law)") || !strings.Contains(got, "That rule is not law") {
		t.Errorf("the metadata say %q", got)
	}
}

func TestControlID(t *testing.T) {
	token := regexp.MustCompile(`^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$`) // OSCAL's
	for in, want := range map[string]string{
		"164.312(a)(2)(iv)": "hipaa-164.312-a-2-iv", "164.312(b)": "hipaa-164.312-b", "164.308(a)(1)(ii)(A)": "hipaa-164.308-a-1-ii-A", "§ x\n": "hipaa-__x_",
	} {
		if got := controlID(in); got != want || !token.MatchString(got) {
			t.Errorf("controlID(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestOSCALOfManyFindings has them all.
func TestOSCALOfManyFindings(t *testing.T) {
	r := sample()
	one := r.Findings[0]
	r.Findings = nil
	for i := range 5000 {
		one.Resource.Address = fmt.Sprintf("aws_s3_bucket.b[%d]", i)
		one.Fingerprint = fmt.Sprintf("%032d", i)
		one.Resource.Source = resource.Code
		r.Findings = append(r.Findings, one)
	}
	r.Finish()
	result := readOSCAL(t, r).Results.Results[0]
	if len(result.Observations) != 5000+len(r.Gaps) || len(result.LocalDefinitions.InventoryItems) != 5000 {
		t.Errorf("%d observations of %d items", len(result.Observations), len(result.LocalDefinitions.InventoryItems))
	}
}
