package evidence

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
)

// Kind is a kind of evidence.
type Kind struct {
	// Name is what users write: "vulnerability-scan".
	Name string
	// What says what it is.
	What string
	// Supports are the citations, in regulation order, each with its reason.
	Supports []finding.Support
}

// The kinds that formats and tools tell.
const (
	kindVulnerability = "vulnerability-scan"
	kindDependency    = "dependency-scan"
	kindContainer     = "container-scan"
	kindStatic        = "static-analysis"
	kindDynamic       = "dynamic-analysis"
	kindSecret        = "secret-scan"
	kindIaC           = "iac-scan"
	kindSBOM          = "sbom"
	kindTest          = "test"
	kindRestore       = "restore-test"
)

// kind is a row of the table.
type kind struct {
	name, what string
	// family is the only one that holds it; empty for scans, which come in every one.
	family   family
	supports []support
}

type support struct {
	citation, reason string
	// passed asks that no test of it failed.
	passed bool
}

// The paragraphs that evidence of other tools can support, of 45 CFR.
const (
	riskAnalysis   = "164.308(a)(1)(ii)(A)"
	riskManagement = "164.308(a)(1)(ii)(B)"
	malware        = "164.308(a)(5)(ii)(B)"
	passwords      = "164.308(a)(5)(ii)(D)"
	backup         = "164.308(a)(7)(ii)(A)"
	recovery       = "164.308(a)(7)(ii)(B)"
	planTesting    = "164.308(a)(7)(ii)(D)"
	evaluation     = "164.308(a)(8)"
)

// Reasons that several kinds share. What a scan can say of a citation is in our own words.
const (
	namesWeaknesses = "It names known vulnerabilities of what it looked at, which a risk analysis has to weigh."
	leavesToReduce  = "It shows which vulnerabilities are left, so that reducing them can be planned and seen."
	waysIn          = "Malicious software gets in through known vulnerabilities, and it finds them."
	technical       = "It is a technical evaluation that can be repeated after every change."
)

// kinds is the table, in the order in which it is shown.
var kinds = []kind{
	{name: kindVulnerability, what: "known vulnerabilities of systems, images or software", supports: []support{
		{citation: riskAnalysis, reason: namesWeaknesses},
		{citation: riskManagement, reason: leavesToReduce},
		{citation: malware, reason: waysIn},
		{citation: evaluation, reason: technical},
	}},
	{name: kindDependency, what: "known vulnerabilities of libraries that software is built from", supports: []support{
		{citation: riskAnalysis, reason: namesWeaknesses}, {citation: riskManagement, reason: leavesToReduce}, {citation: malware, reason: waysIn},
	}},
	{name: kindContainer, what: "known vulnerabilities of container images", supports: []support{
		{citation: riskAnalysis, reason: namesWeaknesses}, {citation: riskManagement, reason: leavesToReduce}, {citation: malware, reason: waysIn},
	}},
	{name: kindStatic, what: "faults found by reading source code", supports: []support{
		{citation: riskAnalysis, reason: "It names faults in software that a risk analysis has to weigh."},
		{citation: riskManagement, reason: "It shows which faults are left, so that reducing them can be planned and seen."},
		{citation: evaluation, reason: technical},
	}},
	{name: kindDynamic, what: "faults found by attacking a running application", supports: []support{
		{citation: riskAnalysis, reason: "It names weaknesses of a running application that a risk analysis has to weigh."},
		{citation: riskManagement, reason: "It shows which weaknesses are left, so that reducing them can be planned and seen."},
		{citation: evaluation, reason: technical},
	}},
	{name: kindSecret, what: "passwords and keys in files and their history", supports: []support{
		{citation: riskAnalysis, reason: "It names places where passwords and keys lie open, which a risk analysis has to weigh."},
		{citation: riskManagement, reason: "It shows which passwords and keys are still to be taken out and changed."},
		{citation: passwords, reason: "Safeguarding passwords includes keeping them out of files, and it looks for them there."},
	}},
	{name: kindIaC, what: "faults found by reading infrastructure code", supports: []support{
		{citation: riskAnalysis, reason: "It names faults in the configuration of infrastructure that a risk analysis has to weigh."},
		{citation: riskManagement, reason: "It shows which faults are left, so that reducing them can be planned and seen."},
		{citation: evaluation, reason: technical},
	}},
	{name: kindSBOM, family: familySBOM, what: "a list of the components of software", supports: []support{
		{citation: riskAnalysis, reason: "It lists the components whose vulnerabilities a risk analysis has to know of."},
	}},
	{name: kindTest, family: familyJUnit, what: "automated tests", supports: []support{
		{citation: evaluation, reason: "Tests are part of a technical evaluation as far as they test safeguards."},
	}},
	{name: kindRestore, family: familyJUnit, what: "tests that restore data from backups", supports: []support{
		{citation: backup, passed: true, reason: "Where all its tests passed, it shows that copies of data can be retrieved."},
		{citation: recovery, passed: true, reason: "Where all its tests passed, it shows that lost data can be restored."},
		{citation: planTesting, reason: "It is a test of a part of the contingency plan."},
	}},
}

// Kinds lists the kinds of evidence, for people.
func Kinds() []Kind {
	out := make([]Kind, 0, len(kinds))
	for _, k := range kinds {
		one := Kind{Name: k.name, What: k.what}
		for _, s := range k.supports {
			one.Supports = append(one.Supports, s.finding())
		}
		out = append(out, one)
	}
	return out
}

func names() []string {
	out := make([]string, 0, len(kinds))
	for _, k := range kinds {
		out = append(out, k.name)
	}
	return out
}

// scans are the kinds that every format can hold.
func scans() []string {
	return slices.DeleteFunc(names(), func(name string) bool {
		k, err := lookup(name)
		return err != nil || k.family != ""
	})
}

func lookup(name string) (kind, error) {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return kind{}, fmt.Errorf("unknown kind of evidence %q (want %s)", name, strings.Join(names(), ", "))
	}
	return kinds[i], nil
}

func (s support) finding() finding.Support {
	c, _ := hipaa.Lookup(s.citation) // a test looks all of them up
	return finding.Support{Citation: finding.Citation{ID: c.ID, Title: c.Title, Kind: string(c.Kind)}, Reason: s.reason}
}

// supported says what a part supports. What does not count for anything supports nothing.
func supported(p finding.AttachedPart) finding.AttachedPart {
	k, _ := lookup(p.Kind) // assign has found it
	p.Supports = []finding.Support{}
	if r := p.Results; p.Kind == kindSBOM && r != nil && r.Total+r.Suppressed == 0 {
		p.Results = nil // nothing tells that somebody looked
	}
	switch t := p.Tests; {
	case !p.Complete:
	case t != nil && t.Total == t.Skipped:
		p.Complete, p.Why = false, "no test of it ran"
	case p.Kind == kindSBOM && p.Components == 0:
		p.Complete, p.Why = false, "it lists no component"
	}
	if !p.Complete {
		return p
	}
	for _, s := range k.supports {
		if !s.passed || p.Tests.Failures+p.Tests.Errors == 0 {
			p.Supports = append(p.Supports, s.finding())
		}
	}
	return p
}
