package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// securityRule is the standard, as OCSF's own documentation spells it.
const securityRule = "HIPAA Security Rule"

// ocsfMaker turns the verdicts and gaps of one report into events.
type ocsfMaker struct {
	finding.Report
	at         int64
	partitions partitions
}

func newOCSFMaker(r finding.Report) ocsfMaker {
	m := ocsfMaker{Report: r, partitions: partitionsOf(r)}
	if t, err := time.Parse(time.RFC3339, r.Time.Started); err == nil {
		m.at = t.UnixMilli()
	}
	return m
}

// event is what all of them have in common. Without an earlier result to compare with a
// finding counts as created.
func (m ocsfMaker) event(uid, account, region, partition string) ocsfEvent {
	e := ocsfEvent{
		ActivityID: 1, ActivityName: "Create", CategoryUID: 2, CategoryName: "Findings",
		ClassUID: 2003, ClassName: "Compliance Finding", Time: m.at, StatusID: 1, Status: "New",
		Metadata: ocsfMetadata{
			Version: ocsfVersion, UID: uid + "@" + Plain(m.Time.Started),
			Product: ocsfProduct{Name: "hipaactl", UID: "hipaactl", Vendor: "hipaactl", Version: Plain(m.Tool.Version), URL: homepage},
		},
		FindingInfo: ocsfFindingInfo{UID: uid, Types: []string{securityRule}, CreatedTime: m.at},
		Compliance:  ocsfCompliance{Standards: []string{securityRule}},
		Unmapped:    ocsfUnmapped{Policies: m.Tool.Policies},
	}
	if m.Profile != nil {
		e.Unmapped.Profile = Plain(m.Profile.String())
	}
	if account != "" {
		e.Metadata.Profiles = []string{"cloud"}
		e.Cloud = &ocsfCloud{Provider: "AWS", Account: ocsfAccountOf(account), Region: region, Partition: partition}
		if !awsAccount(account) {
			e.Cloud = &ocsfCloud{Provider: "GitHub", Account: ocsfAccountOf(account)}
		}
	}
	return e
}

// ocsfAccountOf is an account of AWS, or the owner of repositories, for whom OCSF has no number.
func ocsfAccountOf(id string) ocsfAccount {
	if awsAccount(id) {
		return ocsfAccount{UID: id, TypeID: 10, Type: "AWS Account"}
	}
	return ocsfAccount{UID: Plain(id), TypeID: 99, Type: "GitHub organization or user"}
}

func (m ocsfMaker) finding(f finding.Finding) ocsfEvent {
	rule := m.Rules[f.Rule]
	partition := m.partitions.of(f.Resource)
	e := m.event(f.Fingerprint, f.Resource.Account, f.Resource.Region, partition)
	if f.Baseline == "unchanged" {
		e.ActivityID, e.ActivityName = 2, "Update"
	}
	e.TypeUID, e.TypeName = e.ClassUID*100+e.ActivityID, e.ClassName+": "+e.ActivityName
	e.SeverityID, e.Severity = ocsfSeverity(f)
	e.Message = judged(f) + ": " + verdictText(f, rule)
	e.FindingInfo.Title = Plain(cmp.Or(title(f, rule), f.Rule))
	e.FindingInfo.Description = sentence(rule.Description)
	e.FindingInfo.Analytic = &ocsfAnalytic{UID: Plain(f.Rule), Name: Plain(cmp.Or(rule.Title, f.Rule)), TypeID: 1, Type: "Rule"}
	m.comply(&e.Compliance, f, rule)
	e.Resources = []ocsfResource{ocsfResourceOf(f, partition)}
	for _, seen := range f.Evidence {
		e.Evidences = append(e.Evidences, ocsfEvidenceOf(seen))
	}
	if rule.Remediation != "" {
		e.Remediation = &ocsfRemediation{Description: sentence(rule.Remediation), References: rule.References}
	}
	if f.Waiver != nil {
		e.StatusID, e.Status, e.StatusDetail = 3, "Suppressed", sentence("Waived as "+decision(*f.Waiver))
	}
	e.Unmapped.Proposed, e.Unmapped.Baseline = rule.Proposed, f.Baseline
	for _, text := range laxerOf(m.Report, f.Rule) {
		e.Unmapped.Laxer = append(e.Unmapped.Laxer, Plain(text))
	}
	return e
}

// comply fills in what the verdict says about the rule.
func (m ocsfMaker) comply(c *ocsfCompliance, f finding.Finding, rule finding.Rule) {
	c.Control, c.StatusCode = Plain(f.Rule), string(f.Status)
	for _, cited := range rule.Citations {
		c.Requirements = append(c.Requirements, Plain(cited.ID))
	}
	for _, name := range sortedKeys(rule.Params) {
		c.Parameters = append(c.Parameters, ocsfNamed{Name: name, Value: Plain(fmt.Sprint(rule.Params[name]))})
	}
	switch f.Status {
	case finding.Pass:
		c.StatusID, c.Status = 1, "Pass"
	case finding.Fail:
		c.StatusID, c.Status = 3, "Fail"
	default:
		c.StatusID, c.Status = 0, "Unknown"
	}
	if f.Message != "" {
		c.StatusDetails = append(c.StatusDetails, sentence(f.Message))
	}
	if f.Status == finding.Unknown && len(f.Causes) > 0 {
		c.StatusDetails = append(c.StatusDetails, sentence("Not known: "+unknownReason(f)))
	}
}

// ocsfSeverity is how bad a verdict is: what passed is no more than information, so that
// nobody is woken by it.
func ocsfSeverity(f finding.Finding) (id int, name string) {
	if f.Status == finding.Pass {
		return 1, "Informational"
	}
	switch f.Severity {
	case finding.Critical:
		return 5, "Critical"
	case finding.High:
		return 4, "High"
	case finding.Medium:
		return 3, "Medium"
	case finding.Low:
		return 2, "Low"
	case finding.Info:
		return 1, "Informational"
	}
	return 0, "Unknown"
}

func ocsfResourceOf(f finding.Finding, partition string) ocsfResource {
	r := f.Resource
	out := ocsfResource{
		UID: Plain(cmp.Or(r.ARN, strings.TrimPrefix(r.Root+"/"+r.Address, "/"))), Name: judgedName(r), Type: Plain(cmp.Or(r.Type, "unknown")),
		Data: map[string]any{"source": r.Source, "root": Plain(r.Root)},
	}
	if r.Account != "" {
		out.Owner = &ocsfOwner{ocsfAccountOf(r.Account)}
		if awsAccount(r.Account) {
			out.Region, out.Partition = r.Region, partition
		}
	}
	if at := f.Location; at.File != "" {
		out.Data["file"], out.Data["line"] = Plain(at.File), at.Line
	}
	if f.PHI != "" {
		out.Labels = []string{"phi:" + f.PHI}
		out.Data["phi"] = f.PHI
	}
	if f.PHIWhy != "" {
		out.Data["phi_why"] = Plain(f.PHIWhy)
	}
	return out
}

func judgedName(r finding.Resource) string { return Plain(cmp.Or(r.Address, r.ARN, "unknown")) }

func ocsfEvidenceOf(e finding.Evidence) ocsfEvidence {
	out := ocsfEvidence{Data: map[string]string{"path": Plain(e.Path)}}
	line := ""
	if e.Line > 0 {
		line = strconv.Itoa(e.Line)
	}
	for _, pair := range [][2]string{{"value", e.Value}, {"file", e.File}, {"line", line}, {"time", e.Time}} {
		if pair[1] != "" {
			out.Data[pair[0]] = Plain(pair[1])
		}
	}
	if service, operation, ok := strings.Cut(e.Call, ":"); ok {
		out.API = &ocsfAPI{Operation: Plain(operation), Service: ocsfService{Plain(service)}}
	}
	return out
}

// gap is the event of something that was not read. OCSF calls it a warning: a check that
// yields no result, because information is missing.
func (m ocsfMaker) gap(g finding.Gap) ocsfEvent {
	account, region := readIn(g.Root)
	partition := m.partitions.of(finding.Resource{Account: account, Region: region})
	if account == "" {
		partition = ""
	}
	e := m.event(finding.Fingerprint("gap", string(g.Kind), g.Root, g.What, []string{g.Why, g.File}), account, region, partition)
	e.TypeUID, e.TypeName = e.ClassUID*100+e.ActivityID, e.ClassName+": "+e.ActivityName
	e.Severity = "Unknown"
	e.Message = "Not read: " + sentence(gapLine(g))
	e.FindingInfo.Title = "Not read: " + Plain(gapName(g))
	e.Compliance.StatusID, e.Compliance.Status, e.Compliance.StatusCode = 2, "Warning", "gap"
	e.Compliance.StatusDetails = []string{sentence(gapLine(g))}
	if g.Settle != "" {
		e.Remediation = &ocsfRemediation{Description: sentence(g.Settle)}
	}
	at := ocsfResource{
		UID: Plain(strings.TrimPrefix(g.Root+"/"+g.What, "/")), Name: Plain(cmp.Or(g.What, "unknown")), Type: string(g.Kind),
		Data: map[string]any{"root": Plain(g.Root)},
	}
	if g.File != "" {
		at.Data["file"], at.Data["line"] = Plain(g.File), g.Line
	}
	if account != "" {
		at.Region, at.Partition, at.Owner = region, partition, &ocsfOwner{ocsfAccountOf(account)}
	}
	e.Resources = []ocsfResource{at}
	return e
}

// readIn is the account and Region that a live root names, as in "111122223333/eu-west-1".
// What is global has no Region.
func readIn(root string) (account, region string) {
	account, region, _ = strings.Cut(root, "/")
	if len(account) != 12 || strings.Trim(account, "0123456789") != "" {
		return "", ""
	}
	if region == "global" {
		region = ""
	}
	return account, region
}

// awsAccount tells the number of an account of AWS from the name of somebody on GitHub.
func awsAccount(id string) bool {
	account, _ := readIn(id)
	return account != ""
}

// partitions are those of accounts, as far as ARNs tell.
type partitions map[string]string

func partitionsOf(r finding.Report) partitions {
	out := partitions{}
	for _, f := range r.Findings {
		if parts := strings.SplitN(f.Resource.ARN, ":", 3); len(parts) == 3 && parts[0] == "arn" && f.Resource.Account != "" {
			out[f.Resource.Account] = parts[1]
		}
	}
	return out
}

// of is the partition of a resource in an account: that of its own ARN or Region, else of
// another resource there, else the usual one.
func (p partitions) of(r finding.Resource) string {
	if r.Account == "" {
		return ""
	}
	if parts := strings.SplitN(r.ARN, ":", 3); len(parts) == 3 && parts[0] == "arn" {
		return parts[1]
	}
	for _, known := range [][2]string{{"cn-", "aws-cn"}, {"us-gov-", "aws-us-gov"}} {
		if strings.HasPrefix(r.Region, known[0]) {
			return known[1]
		}
	}
	return cmp.Or(p[r.Account], "aws")
}
