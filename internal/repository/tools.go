package repository

import (
	"slices"
	"strings"
)

// The gates that a pipeline can run, and two more things that steps are known for.
const (
	secretScan     = "secret_scan"
	sast           = "sast"
	dependencyScan = "dependency_scan"
	iacScan        = "iac_scan"
	containerScan  = "container_scan"
	dast           = "dast"
	licenceCheck   = "licence_check"
	tests          = "tests"           // tests that measure coverage
	plainTests     = "uncovered_tests" // tests of which nothing shows that they do
	sbom           = "sbom"
	release        = "release"
)

// gates are all of them, in the catalogue's order.
func gates() []string {
	return []string{secretScan, sast, dependencyScan, iacScan, containerScan, dast, licenceCheck, tests}
}

// tool is a program or an action that is known, from its own documentation.
type tool struct {
	// name is that of a program, or owner/repository[/path] of an action or of a workflow,
	// in lower case.
	name string
	// subs are the subcommands with which it checks something; empty where it needs none.
	subs []string
	is   []string
	// program is the one that an action gives its input args.
	program string
	// by tells gates that depend on options, and those that it may be where they are unseen.
	by func(options) (is, may []string)
	// soft are options that let findings pass, or do with the value behind "=". zero are those
	// that do with 0 or false. Where needs are given, findings pass unless one of them is set;
	// config are options that name a file in which it may be.
	soft, zero, needs, config []string
}

// use is what a step does with a tool.
type use struct {
	// tool names it for people: a known program, an action, or what kind of thing was not read.
	tool string
	// gates are what it surely is, may what it may be or hide.
	gates, may     []string
	loose, unclear []string
}

// allGates says that what was not read may run any gate.
func allGates() []string { return append(gates(), sbom, release) }

// match finds the known tool of a name whose subcommands the options have.
func match(table []tool, name string, o options) (tool, bool) {
	for _, t := range table {
		if t.name == name && (len(t.subs) == 0 || slices.ContainsFunc(t.subs, o.subcommand)) {
			return t, true
		}
	}
	return tool{}, false
}

// subcommand tells whether the words begin with these. A flag's value may stand in front.
func (o options) subcommand(sub string) bool {
	want := strings.Fields(sub)
	for from := range min(len(o.words), 3) {
		if rest := o.words[from:]; len(rest) >= len(want) && slices.Equal(rest[:len(want)], want) {
			return true
		}
	}
	return false
}

// using is what a known tool is used for.
func (t tool) using(o options) use {
	if t.program != "" {
		text := o.values["args"]
		o = flagsOf(strings.Fields(text))
		o.open = o.open || !known(text)
		if inner, ok := match(programs, t.program, o); ok {
			inner.name = t.name
			return inner.using(o)
		}
	}
	u := use{tool: t.name, gates: t.is}
	if t.by != nil {
		u.gates, u.may = t.by(o)
	}
	u.loose, u.unclear = t.lets(o)
	return u
}

// scanners are the gates that Trivy's scanners are.
// Source: https://trivy.dev/latest/docs/references/configuration/cli/trivy_filesystem/
func scanners(vuln string, standard ...string) func(options) ([]string, []string) {
	return func(o options) (is, may []string) {
		v, ok := o.value("scanners", "security-checks")
		if !ok {
			return standard, nil
		}
		if !known(v) {
			return nil, []string{vuln, secretScan, iacScan, licenceCheck}
		}
		for _, s := range strings.Split(v, ",") {
			switch strings.TrimSpace(s) {
			case "vuln":
				is = append(is, vuln)
			case "secret":
				is = append(is, secretScan)
			case "misconfig", "config":
				is = append(is, iacScan)
			case "license":
				is = append(is, licenceCheck)
			}
		}
		return withSBOM(o, is), nil
	}
}

// withSBOM adds what a scanner makes beside or instead of its findings.
func withSBOM(o options, is []string) []string {
	for _, name := range []string{"format", "output-format", "f", "o", "output"} {
		if v := o.values[name]; strings.Contains(v, "cyclonedx") || strings.Contains(v, "spdx") {
			return []string{sbom}
		}
	}
	return is
}

// trivyAction is what aquasecurity/trivy-action scans, by its inputs.
// Source: https://github.com/aquasecurity/trivy-action#inputs
func trivyAction(o options) (is, may []string) {
	kind, ok := o.value("scan-type")
	switch {
	case !known(kind):
		return nil, []string{containerScan, dependencyScan, secretScan, iacScan}
	case !ok || kind == "image":
		is, may = scanners(containerScan, containerScan)(o)
	case kind == "config":
		is = []string{iacScan}
	case kind == "sbom":
		is = []string{dependencyScan}
	case kind == "rootfs":
		is, may = scanners(containerScan, containerScan)(o)
	default:
		is, may = scanners(dependencyScan, dependencyScan, secretScan)(o)
	}
	return withSBOM(o, is), may
}

// snykProject is what snyk/actions scan, by the command that they are given.
func snykProject(o options) (is, may []string) {
	switch v := o.values["command"]; v {
	case "", "test":
		return []string{dependencyScan}, nil
	case "code test":
		return []string{sast}, nil
	case "iac test":
		return []string{iacScan}, nil
	case "container test":
		return []string{containerScan}, nil
	case "monitor":
		return nil, nil
	}
	return nil, []string{dependencyScan, sast, iacScan}
}

// review is what actions/dependency-review-action checks: licences where it is told which.
// Source: https://github.com/actions/dependency-review-action#configuration-options
func review(o options) (is, may []string) {
	is = []string{dependencyScan}
	if o.values["vulnerability-check"] == "false" {
		is = nil
	}
	if o.has("allow-licenses", "deny-licenses") && o.values["license-check"] != "false" {
		is = append(is, licenceCheck)
	} else if o.has("config-file") {
		may = append(may, licenceCheck)
	}
	return is, may
}

// covered tells tests that measure coverage from those of which nothing shows it.
func covered(flags ...string) func(options) ([]string, []string) {
	return func(o options) ([]string, []string) {
		for name := range o.values {
			for _, f := range flags {
				if name == f || strings.HasPrefix(name, f) && strings.HasSuffix(f, "-") {
					return []string{tests}, nil
				}
			}
		}
		if o.open {
			return []string{plainTests}, []string{tests}
		}
		return []string{plainTests}, nil
	}
}
