package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// assessment is a report on its way to OSCAL.
type assessment struct {
	finding.Report
	// digest is the SHA-256 of the report as JSON: what the document was made from.
	digest string
	// ids are the observations' UUIDs, in the order of the findings and then of the gaps.
	ids []string
	// controls are the citations that were examined, in regulation order.
	controls []citedControl
}

// newAssessment gives every verdict and gap its UUID. What is not applicable was not
// examined and gets none.
func newAssessment(r finding.Report) (*assessment, error) {
	h := sha256.New()
	if err := JSON(h, r); err != nil {
		return nil, err
	}
	a := &assessment{Report: r, digest: hex.EncodeToString(h.Sum(nil)), controls: citedControls(r)}
	a.ids = make([]string, 0, len(r.Findings)+len(r.Gaps))
	taken := map[string]int{}
	add := func(parts ...string) {
		id := oscalID(append([]string{r.Time.Started}, parts...)...)
		if taken[id]++; taken[id] > 1 {
			id = oscalID(id, strconv.Itoa(taken[id]))
		}
		a.ids = append(a.ids, id)
	}
	for _, f := range r.Findings {
		add("verdict", f.Fingerprint, f.Rule, f.Assertion, f.Resource.Root, f.Resource.Address, string(f.Status))
	}
	for _, g := range r.Gaps {
		add("gap", string(g.Kind), g.Root, g.What, g.Why, g.File, strconv.Itoa(g.Line))
	}
	return a, nil
}

// tool is the UUID of the program as a component, which made every observation.
func (a *assessment) tool() string { return oscalID("tool", a.Tool.Version, a.Tool.Policies) }

// plan is the UUID of the resource in which the back matter describes what was planned.
func (a *assessment) plan() string { return oscalID("plan", a.digest) }

func (a *assessment) results() oscalResults {
	remarks := "Judged by the thresholds that hipaactl has by default."
	profile := ""
	if p := a.Profile; p != nil {
		profile = p.Name
		remarks = "Judged by profile " + Plain(p.String()) + "."
		if p.NotLaw {
			remarks += " The profile asks for what the rule proposed in 90 FR 898 would require. That rule is not law: what is " +
				"not satisfied under it need not be a violation of the rule in force."
		}
		if len(p.Overridden) > 0 {
			remarks += " Set laxer than the profile has them: " + Plain(strings.Join(p.Overridden, ", ")) + "."
		}
	}
	return oscalResults{
		UUID: oscalID("results", a.digest),
		Metadata: oscalMetadata{
			Title: "Assessment results: HIPAA Security Rule, 45 CFR Part 164 Subpart C", LastModified: cmp.Or(a.Time.Finished, a.Time.Started),
			Version: cmp.Or(Plain(a.Tool.Version), "unknown"), OSCALVersion: oscalVersion,
			Props:   oscalProps("profile", profile, "report-sha256", a.digest),
			Remarks: remarks + " The version is that of hipaactl, and report-sha256 is that of the same report as JSON.",
		},
		ImportAP: oscalImport{
			Href:    "#" + a.plan(),
			Remarks: "No assessment plan was written in OSCAL. The back matter says what was planned: which rules, thresholds and sources.",
		},
		Results:    []oscalResult{a.result()},
		BackMatter: oscalBackMatter{Resources: append([]oscalResource{a.planned()}, a.attached()...)},
	}
}

func (a *assessment) result() oscalResult {
	s := a.Summary
	out := oscalResult{
		UUID: oscalID("result", a.digest), Title: "Automated checks by hipaactl", Start: a.Time.Started, End: a.Time.Finished,
		Description: fmt.Sprintf("%s passed, %d failed, %d could not be given and %d are waived.", Count(s.Pass, "verdict"), s.Fail, s.Unknown, s.Waived) +
			" An observation is the verdict of one rule on one resource. A finding is about a citation of the Security Rule.",
		Props: oscalProps("complete", strconv.FormatBool(a.Complete), "pass", strconv.Itoa(s.Pass), "fail", strconv.Itoa(s.Fail),
			"unknown", strconv.Itoa(s.Unknown), "waived", strconv.Itoa(s.Waived), "not-applicable", strconv.Itoa(s.NotApplicable)),
		LocalDefinitions: oscalDefinitions{AssessmentAssets: a.assets()},
		ReviewedControls: a.reviewed(),
		Remarks:          a.remarks(),
	}
	if a.any(a.subjects) {
		out.LocalDefinitions.InventoryItems = []oscalItem{}
	}
	if a.any(a.observations) {
		out.Observations = []oscalObservation{}
	}
	if a.any(a.risks) {
		out.Risks = []oscalRisk{}
	}
	if a.any(a.findings) {
		out.Findings = []oscalFinding{}
	}
	return out
}

// any tells whether a list has an item.
func (a *assessment) any(items func(func(any) bool)) bool {
	for range items {
		return true
	}
	return false
}

// remarks say what the reader of the findings must know of all of them.
func (a *assessment) remarks() string {
	parts := []string{"hipaactl examines configuration. No finding proves compliance, and what a scan cannot show is listed with the reviewed controls."}
	if !a.Complete {
		parts = append(parts, "Something that was asked for could not be read: each observation of type gap says what. So no control is given as satisfied.")
	}
	var partly []string
	for _, c := range a.controls {
		if c.partly() {
			partly = append(partly, c.ID)
		}
	}
	if len(partly) > 0 {
		parts = append(parts, "Every check passed under "+strings.Join(partly, ", ")+", but a scan shows only a part of what these ask for, so there are observations and no finding.")
	}
	return strings.Join(parts, "\n\n")
}

func (a *assessment) assets() oscalAssets {
	return oscalAssets{
		Components: []oscalComponent{{
			UUID: a.tool(), Type: "software", Title: "hipaactl", Description: "The HIPAA Security Rule as tests of configuration.",
			Props: append([]oscalProperty{{Name: "version", Value: cmp.Or(Plain(a.Tool.Version), "unknown")}},
				oscalProps("policies-sha256", a.Tool.Policies)...),
			Status: oscalState{State: "operational"},
		}},
		Platforms: []oscalPlatform{{UUID: oscalID("platform", a.tool()), Uses: []oscalUsed{{a.tool()}}}},
	}
}

// reviewed lists the controls that something was examined for, and no others. Beside
// them it says which ones a scan cannot show and for which there was nothing to judge.
func (a *assessment) reviewed() oscalReviewed {
	out := oscalReviewed{}
	selection := oscalSelection{Description: "The citations of the Security Rule under which at least one resource was judged."}
	examined := map[string]bool{}
	for _, c := range a.controls {
		examined[c.ID] = true
		selection.Include = append(selection.Include, oscalControl{controlID(c.ID)})
	}
	if len(a.controls) == 0 {
		selection.Description = "None: no resource was judged."
	}
	out.Selections = []oscalSelection{selection}
	unprovable := map[string]bool{}
	for _, c := range a.Coverage.Unprovable {
		unprovable[c.ID] = true
	}
	for _, c := range hipaa.All() {
		switch {
		case examined[c.ID]:
		case unprovable[c.ID]:
			out.Props = append(out.Props, oscalProps("no-check-can-show", controlID(c.ID))...)
		default:
			out.Props = append(out.Props, oscalProps("nothing-to-judge", controlID(c.ID))...)
		}
	}
	if len(out.Props) > 0 {
		out.Remarks = "Not reviewed: the citations that no check of this run can show, which need documents and people, and those for " +
			"which there was no resource to judge. Nothing is said about either."
	}
	return out
}

// planned describes the plan that there is: what the user asked for.
func (a *assessment) planned() oscalResource {
	out := oscalResource{
		UUID: a.plan(), Title: "What was planned",
		Description: "The rules of one policy set, applied to every resource of the sources below that a rule is about.",
		Props:       oscalProps("policies-sha256", a.Tool.Policies, "rules-evaluated", strconv.Itoa(a.Coverage.RulesEvaluated)),
	}
	for _, s := range a.Sources {
		out.Props = append(out.Props, oscalProps("source", string(s.Kind)+" "+s.Name)...)
	}
	if a.Repository != nil {
		out.Props = append(out.Props, oscalProps("repository", a.Repository.URL, "revision", a.Repository.Revision)...)
	}
	for _, made := range a.Results {
		merged := oscalProps("merged-result", made.Name)
		if len(merged) > 0 {
			merged[0].Remarks = fmt.Sprintf("SHA-256 %s, of %s, %s.", Plain(made.Digest), Plain(made.Time.Started), Count(made.Counted, "verdict"))
			if made.Problem != "" {
				merged[0].Remarks = sentence("Could not be read: " + made.Problem)
			}
		}
		out.Props = append(out.Props, merged...)
	}
	for _, rule := range a.Coverage.RulesSkipped {
		out.Props = append(out.Props, oscalProps("rule-left-out", rule)...)
	}
	for _, p := range a.Parameters {
		set := oscalProps("parameter", fmt.Sprintf("%s.%s = %v", p.Rule, p.Name, p.Value))
		if p.Laxer && len(set) > 0 {
			set[0].Remarks = Plain(fmt.Sprintf("Laxer than the default, %v.", p.Default))
		}
		out.Props = append(out.Props, set...)
	}
	return out
}
