package report

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

var isoDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// subjectID is the UUID of what was judged.
func subjectID(r finding.Resource) string { return oscalID("subject", r.Root, r.Address, r.ARN) }

// judged is what was judged, as a person names it: "aws_db_instance.main (envs/prod)".
func judged(f finding.Finding) string {
	s := f.Resource.Address
	if f.Resource.Root != "" && f.Resource.Root != "." {
		s += " (" + f.Resource.Root + ")"
	}
	return cmp.Or(Plain(strings.TrimSpace(s)), "the run as a whole")
}

// subjects yields each resource that was judged, once.
func (a *assessment) subjects(yield func(any) bool) {
	seen := map[string]bool{}
	for _, f := range a.Findings {
		r := f.Resource
		id := subjectID(r)
		if f.Status == finding.NotApplicable || seen[id] {
			continue
		}
		seen[id] = true
		item := oscalItem{UUID: id, Description: judged(f)}
		if asset := strings.TrimSpace(Plain(cmp.Or(r.ARN, r.Address))); asset != "" {
			item.Props = []oscalProperty{{Name: "asset-id", Value: asset}}
		}
		item.Props = append(item.Props, oscalProps(
			"source", string(r.Source), "root", r.Root, "address", r.Address, "type", r.Type,
			"account", r.Account, "region", r.Region, "arn", r.ARN, "phi", f.PHI, "phi-why", f.PHIWhy)...)
		if !yield(item) {
			return
		}
	}
}

// observations yields one for each verdict and one for each gap.
func (a *assessment) observations(yield func(any) bool) {
	for i, f := range a.Findings {
		if f.Status != finding.NotApplicable && !yield(a.observation(a.ids[i], f)) {
			return
		}
	}
	for i, g := range a.Gaps {
		if !yield(a.gap(a.ids[len(a.Findings)+i], g)) {
			return
		}
	}
}

func (a *assessment) observation(id string, f finding.Finding) oscalObservation {
	rule := a.Rules[f.Rule]
	out := oscalObservation{
		UUID: id, Title: oscalTitle(f.Rule, title(f, rule)), Description: judged(f) + ": " + verdictText(f, rule),
		Props: oscalProps("rule", f.Rule, "assertion", f.Assertion, "status", string(f.Status), "severity", string(f.Severity),
			"phi", f.PHI, "fingerprint", f.Fingerprint, "baseline", f.Baseline),
		Methods: []string{"TEST"}, Types: []string{"control-objective"}, Origins: a.origins(),
		Subjects:  []oscalSubject{{UUID: subjectID(f.Resource), Type: "inventory-item", Title: judged(f)}},
		Evidence:  oscalSeen(f),
		Collected: cmp.Or(answeredAt(f), a.Time.Started),
	}
	for _, c := range rule.Citations {
		out.Props = append(out.Props, oscalProps("control-id", controlID(c.ID))...)
	}
	for _, p := range rule.Proposed {
		out.Props = append(out.Props, oscalProps("proposed-not-law", p)...)
	}
	if f.Status == finding.Fail {
		out.Types = []string{"finding"}
	}
	if f.Status == finding.Unknown {
		out.Remarks = sentence("Not known: " + unknownReason(f))
	}
	if f.Waiver != nil {
		out.Props = append(out.Props, oscalProps("waived", f.Waiver.Kind)...)
		out.Remarks = strings.TrimSpace(out.Remarks + " " + sentence("Waived as "+decision(*f.Waiver)))
	}
	return out
}

// gap is the observation that something could not be observed.
func (a *assessment) gap(id string, g finding.Gap) oscalObservation {
	out := oscalObservation{
		UUID: id, Title: "Not read: " + Plain(gapName(g)), Description: sentence(gapLine(g)),
		Props:   oscalProps("gap", string(g.Kind), "root", g.Root),
		Methods: []string{"TEST"}, Types: []string{"gap"}, Origins: a.origins(), Collected: a.Time.Started,
		Remarks: "What it holds was not judged, and no verdict of this run is about it.",
	}
	if g.Settle != "" {
		out.Remarks += " " + sentence("To settle it: "+g.Settle)
	}
	if g.File != "" {
		out.Evidence = []oscalEvidence{{Href: fileReference(g.File, g.Line), Description: Plain(finding.Place{File: g.File, Line: g.Line}.String())}}
	}
	return out
}

func (a *assessment) origins() []oscalOrigin {
	return []oscalOrigin{{[]oscalActor{{"tool", a.tool()}}}}
}

// verdictText is the finding's message, or what its status says where it has none.
func verdictText(f finding.Finding, rule finding.Rule) string {
	if f.Message != "" {
		return sentence(f.Message)
	}
	switch f.Status {
	case finding.Pass:
		return sentence(strings.TrimSuffix("it holds that "+title(f, rule), "it holds that "))
	case finding.Unknown:
		return "it could not be told."
	case finding.Fail:
		return "the rule fails."
	default:
		return sentence(string(f.Status))
	}
}

// oscalSeen is what the verdict rests on: each attribute that was seen, else the resource.
func oscalSeen(f finding.Finding) []oscalEvidence {
	var out []oscalEvidence
	for _, e := range f.Evidence {
		out = append(out, oscalEvidence{Href: cmp.Or(fileReference(e.File, e.Line), arnReference(f.Resource.ARN)), Description: seenAs(e)})
	}
	if len(out) == 0 {
		if at := Plain(f.At()); at != "" {
			out = append(out, oscalEvidence{Href: cmp.Or(fileReference(f.Location.File, f.Location.Line), arnReference(f.Resource.ARN)), Description: at})
		}
	}
	return out
}

// seenAs is "storage_encrypted = false (rds:DescribeDBInstances, 2026-11-23T02:00:00Z)".
func seenAs(e finding.Evidence) string {
	s := cmp.Or(e.Path, "the resource")
	if e.Value != "" {
		s += " = " + e.Value
	}
	var from []string
	for _, part := range []string{e.Call, e.Time} {
		if part != "" {
			from = append(from, part)
		}
	}
	if e.File != "" {
		from = append(from, finding.Place{File: e.File, Line: e.Line}.String())
	}
	if len(from) > 0 {
		s += " (" + strings.Join(from, ", ") + ")"
	}
	return Plain(s)
}

// answeredAt is when the account gave its answer, empty for what was not read live.
func answeredAt(f finding.Finding) string {
	at := ""
	for _, e := range f.Evidence {
		at = max(at, e.Time)
	}
	return at
}

// fileReference is a file as a relative reference with the line that GitHub and GitLab show, empty without a file.
func fileReference(file string, line int) string {
	switch {
	case file == "":
		return ""
	case line == 0:
		return uri(file)
	}
	return fmt.Sprintf("%s#L%d", uri(file), line)
}

// arnReference is an ARN as a URI: what RFC 3986 does not allow there is percent-encoded.
func arnReference(arn string) string {
	const allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?@!$&'()*+,;="
	var b strings.Builder
	for _, c := range []byte(arn) {
		if strings.IndexByte(allowed, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}
