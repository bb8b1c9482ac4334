package report

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// asffMaker turns what a report says about accounts into findings of Security Hub.
type asffMaker struct {
	finding.Report
	partitions partitions
}

func newASFFMaker(r finding.Report) *asffMaker { return &asffMaker{r, partitionsOf(r)} }

// items yields the verdicts, and then the gaps.
func (m *asffMaker) items(yield func(any) bool) {
	for _, f := range m.Findings {
		account, _ := readIn(f.Resource.Account)
		if f.Resource.Source != "live" || account == "" || f.Status == finding.NotApplicable {
			continue
		}
		if !yield(m.finding(f)) {
			return
		}
	}
	for _, g := range m.Gaps {
		if account, region := readIn(g.Root); account != "" && !yield(m.gap(g, account, region)) {
			return
		}
	}
}

// base is what all of them have in common, and the resource to fill in. What is global
// is in the first Region of its partition, where Security Hub has what is global too.
func (m *asffMaker) base(fingerprint string, at finding.Resource) asffFinding {
	partition := m.partitions.of(at)
	region := cmp.Or(at.Region, map[string]string{"aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}[partition], "us-east-1")
	fields := map[string]string{"hipaactl/fingerprint": fingerprint}
	put(fields, "hipaactl/version", m.Tool.Version)
	put(fields, "hipaactl/policies-sha256", m.Tool.Policies)
	if m.Profile != nil {
		put(fields, "hipaactl/profile", m.Profile.String())
	}
	return asffFinding{
		SchemaVersion: "2018-10-08", ID: "hipaactl/" + fingerprint, ProductName: "hipaactl", AccountID: at.Account,
		ProductARN: fmt.Sprintf("arn:%s:securityhub:%s:%s:product/%s/default", partition, region, at.Account, at.Account),
		CreatedAt:  m.Time.Started, UpdatedAt: m.Time.Started, RecordState: "ACTIVE", ProductFields: fields,
		Provider:  asffProviderFields{Types: []string{asffType}},
		Resources: []asffResource{{Type: asffTypeOf(at.Type), ID: asffID(at), Partition: partition, Region: region}},
		Workflow:  asffWorkflow{"NEW"},
	}
}

// put adds a product field, or a detail, that is not empty.
func put(fields map[string]string, name, value string) {
	if value = Plain(strings.TrimSpace(value)); value != "" {
		fields[name] = cut(value, asffValue)
	}
}

// asffID is the ARN, or what Security Hub names an account by, or else the address.
func asffID(at finding.Resource) string {
	if at.Type == "account" {
		return "AWS::::Account:" + at.Account
	}
	return cut(Plain(cmp.Or(at.ARN, at.Root+"/"+at.Address)), asffNote)
}

func (m *asffMaker) finding(f finding.Finding) asffFinding {
	rule := m.Rules[f.Rule]
	out := m.base(f.Fingerprint, f.Resource)
	out.GeneratorID = cut(cmp.Or(Plain(f.Rule), "hipaactl"), asffNote)
	out.Title = cut(oscalTitle(f.Rule, title(f, rule)), asffTitle)
	out.Description = cut(judged(f)+": "+verdictText(f, rule)+strings.TrimRight(" "+sentence(rule.Description), " "), asffText)
	out.Provider.Severity = asffGrade(f)
	out.Compliance = asffComply(f, rule)
	if rule.Remediation != "" {
		out.Remediation = &asffRemediation{asffRecommendation{Text: cut(sentence(rule.Remediation), asffNote)}}
		if len(rule.References) > 0 && clean(rule.References[0]) {
			out.Remediation.Recommendation.URL = rule.References[0]
		}
	}
	for _, field := range [][2]string{
		{"rule", f.Rule},
		{"assertion", f.Assertion},
		{"phi", f.PHI},
		{"phi-why", f.PHIWhy},
		{"proposed-not-law", strings.Join(rule.Proposed, ", ")},
		{"baseline", f.Baseline},
		{"laxer", strings.Join(laxerOf(m.Report, f.Rule), "; ")},
	} {
		put(out.ProductFields, "hipaactl/"+field[0], field[1])
	}
	for i, e := range f.Evidence[:min(len(f.Evidence), asffEvidence)] {
		put(out.ProductFields, fmt.Sprintf("hipaactl/evidence/%02d", i+1), cut(seenAs(e), asffText))
	}
	details := map[string]string{}
	put(details, "Address", f.Resource.Address)
	put(details, "Root", f.Resource.Root)
	put(details, "PHI", f.PHI)
	if len(details) > 0 {
		out.Resources[0].Details = &asffDetails{details}
	}
	switch {
	case f.Waiver != nil:
		out.Workflow.Status = "SUPPRESSED"
		out.Note = &asffNoted{Text: cut(Plain("Waived as "+decision(*f.Waiver)), asffNote), UpdatedBy: cmp.Or(Plain(f.Waiver.Approver), "hipaactl"), UpdatedAt: m.Time.Started}
	case f.Status == finding.Pass:
		out.Workflow.Status = "RESOLVED"
	}
	return out
}

// asffGrade is INFORMATIONAL for what passed, as that of Security Hub's own checks is.
func asffGrade(f finding.Finding) asffSeverity {
	label := "INFORMATIONAL"
	if f.Status != finding.Pass && f.Severity != finding.Info && f.Severity.Rank() < finding.Info.Rank() {
		label = strings.ToUpper(string(f.Severity))
	}
	return asffSeverity{Label: label, Original: string(f.Severity)}
}

func asffComply(f finding.Finding, rule finding.Rule) asffCompliance {
	out := asffCompliance{Status: "WARNING"}
	switch f.Status {
	case finding.Pass:
		out.Status = "PASSED"
	case finding.Fail:
		out.Status = "FAILED"
	default:
		out.Reasons = []asffReason{{"UNKNOWN", cut(sentence(cmp.Or(unknownReason(f), "it could not be told")), asffText)}}
	}
	for _, c := range rule.Citations[:min(len(rule.Citations), asffRequirements)] {
		out.Requirements = append(out.Requirements, cut(Plain("HIPAA 45 CFR "+c.ID), 64))
	}
	return out
}

// gap is a finding about the account: what was not read there may hide anything.
func (m *asffMaker) gap(g finding.Gap, account, region string) asffFinding {
	fingerprint := finding.Fingerprint("gap", string(g.Kind), g.Root, g.What, []string{g.Why, g.File})
	out := m.base(fingerprint, finding.Resource{Type: "account", Account: account, Region: region})
	out.GeneratorID = "hipaactl/gap/" + string(g.Kind)
	out.Title = cut("Not read: "+Plain(gapName(g)), asffTitle)
	out.Description = cut(sentence(gapLine(g)), asffText)
	out.Provider.Severity.Label = "INFORMATIONAL"
	out.Compliance = asffCompliance{Status: "NOT_AVAILABLE", Reasons: []asffReason{{"NOT_READ", out.Description}}}
	if g.Settle != "" {
		out.Remediation = &asffRemediation{asffRecommendation{Text: cut(sentence(g.Settle), asffNote)}}
	}
	return out
}
