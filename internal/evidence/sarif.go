package evidence

import (
	"errors"
	"fmt"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// What follows are the parts of SARIF that count. Specification:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (section in brackets).

// sarifRun is one run of a tool [3.14], as far as it was read.
type sarifRun struct {
	driver sarifTool
	tally  tally
	time   string
	// why says why the run is not complete; else empty.
	why string
	// listed is set where there is a list of results, be it empty.
	listed bool
	// image is set where the run is about a container image, as Trivy says.
	image bool
}

// sarifTool is a tool component [3.19].
type sarifTool struct{ name, version, semantic text }

// maxRuns bounds the runs of a document that are not of one tool.
const maxRuns = 1000

func (d *jsonDocument) run() error {
	r := &sarifRun{tally: newTally()}
	err := d.object(func(name string) error {
		d.name = name
		switch name {
		case "tool":
			return d.object(func(name string) error { return d.tool(r, name) })
		case "invocations":
			_, err := d.list(func() error { return d.invocation(r) })
			return err
		case "results":
			var err error
			r.listed, err = d.list(func() error { return d.result(r) })
			return err
		case "properties":
			return d.object(func(name string) error {
				r.image = r.image || name == "imageName"
				return d.skip()
			})
		}
		return d.skip()
	})
	if err != nil {
		return err
	}
	p, err := r.part()
	if err != nil {
		return err
	}
	d.runs = append(d.runs, p)
	if len(d.runs) < maxRuns {
		return nil
	}
	if d.runs = join(d.runs); len(d.runs) == maxRuns {
		return fmt.Errorf("it holds runs of more than %d tools: split it", maxRuns)
	}
	return nil
}

// tool reads a member of the tool [3.18]: its driver, and extensions that have rules.
func (d *jsonDocument) tool(r *sarifRun, name string) error {
	d.name = name
	switch name {
	case "driver":
		return d.component(r, driver, &r.driver)
	case "extensions":
		at := driver
		_, err := d.list(func() error {
			at++
			return d.component(r, at, &sarifTool{})
		})
		return err
	}
	return d.skip()
}

func (d *jsonDocument) component(r *sarifRun, at int, into *sarifTool) error {
	return d.object(func(name string) error {
		d.name = name
		switch name {
		case "name":
			return d.json.Decode(&into.name)
		case "version":
			return d.json.Decode(&into.version)
		case "semanticVersion":
			return d.json.Decode(&into.semantic)
		case "rules":
			_, err := d.list(func() error {
				var rule sarifRule
				if err := d.json.Decode(&rule); err != nil {
					return err
				}
				return r.tally.rule(at, rule)
			})
			return err
		}
		return d.skip()
	})
}

// sarifInvocation says how a run went [3.20]. Appendix I of the specification tells how a
// set of results is known to be incomplete.
type sarifInvocation struct {
	Successful    *bool               `json:"executionSuccessful"`
	Start         text                `json:"startTimeUtc"`
	End           text                `json:"endTimeUtc"`
	Execution     []sarifNotification `json:"toolExecutionNotifications"`
	Configuration []sarifNotification `json:"toolConfigurationNotifications"`
}

type sarifNotification struct {
	Level text `json:"level"`
}

func (d *jsonDocument) invocation(r *sarifRun) error {
	var i sarifInvocation
	if err := d.json.Decode(&i); err != nil {
		return err
	}
	end := moment(string(i.End))
	if end == "" {
		end = moment(string(i.Start))
	}
	r.time = later(r.time, end)
	failed := func(n sarifNotification) bool { return n.Level == "error" }
	switch {
	case i.Successful != nil && !*i.Successful:
		r.why = "the tool did not finish: its invocation was not successful"
	case r.why != "":
	case slices.ContainsFunc(i.Execution, failed) || slices.ContainsFunc(i.Configuration, failed):
		r.why = "the tool met errors, so that it may not have looked at everything"
	}
	return nil
}

// part is the run as evidence.
func (r *sarifRun) part() (part, error) {
	tool, version := clean(string(r.driver.name)), clean(string(r.driver.version))
	if version == "" {
		version = clean(string(r.driver.semantic))
	}
	switch {
	case tool == "":
		return part{}, errors.New("a run does not name its tool, as SARIF demands: let the tool write it again")
	case tool == "hipaactl":
		return part{}, errOurs
	case !r.listed && r.why == "":
		r.why = "the run has no list of results, so that the tool did not look for any, or wrote them elsewhere"
	}
	return part{scanned: true, AttachedPart: finding.AttachedPart{
		Kind: r.kind(tool), Tool: tool, Version: version, Time: r.time, Complete: r.why == "", Why: r.why, Results: r.tally.sum(),
	}}, nil
}

// kind is what the tool is known for. Trivy looks for several things under one name, and
// tells which by an image's name and its rules' tags; without either it tells nothing.
func (r *sarifRun) kind(tool string) string {
	t := r.tally.tags
	switch {
	case guess(tool) != "" || !named(tool, "trivy"):
		return guess(tool)
	case r.image:
		return kindContainer
	case t["vulnerability"]:
		return kindVulnerability
	case t["misconfiguration"]:
		return kindIaC
	case t["secret"]:
		return kindSecret
	}
	return ""
}
