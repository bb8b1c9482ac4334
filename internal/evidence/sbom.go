package evidence

import (
	"regexp"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// sbom is a list of components, in CycloneDX with what is known of their vulnerabilities.
// Specifications: https://cyclonedx.org/docs/1.6/json/ and https://spdx.github.io/spdx-spec/v2.3/.
type sbom struct {
	tools      []sbomTool
	time       string
	components int
	// container is set where the whole of it is a container image.
	container bool
	// scanned is set where there is a list of vulnerabilities, be it empty.
	scanned bool
	found   finding.AttachedResults
}

type sbomTool struct {
	// Vendor is there up to CycloneDX 1.4: npm's tool is "npm" "cli".
	Vendor  text `json:"vendor"`
	Name    text `json:"name"`
	Version text `json:"version"`
}

// maxTools bounds the tools that are named.
const maxTools = 8

func (b *sbom) tool(t sbomTool) {
	if t.Name != "" && len(b.tools) < maxTools {
		b.tools = append(b.tools, t)
	}
}

// vulnerability counts one, by its worst rating.
func (b *sbom) vulnerability(state string, ratings []string) {
	switch state {
	case "resolved", "resolved_with_pedigree", "false_positive", "not_affected":
		b.found.Suppressed++
		return
	}
	rank := map[string]int{"critical": critical, "high": high, "medium": medium, "low": low}
	worst := other
	for _, r := range ratings {
		if n, ok := rank[r]; ok {
			worst = min(worst, n)
		}
	}
	s := &b.found.Severities
	*[]*int{&s.Critical, &s.High, &s.Medium, &s.Low, &s.Other}[worst]++
	b.found.Total++
}

// part is the SBOM as evidence. An empty list of vulnerabilities does not make it a scan:
// some tools always write one.
func (b *sbom) part() part {
	p := part{scanned: b.scanned, AttachedPart: finding.AttachedPart{
		Kind: kindSBOM, Time: b.time, Complete: true, Components: b.components,
	}}
	if b.scanned {
		p.Results = &b.found
	}
	switch {
	case b.found.Total+b.found.Suppressed == 0:
	case b.container:
		p.Kind = kindContainer
	default:
		p.Kind = kindDependency
	}
	var all []string
	for _, t := range b.tools {
		all = append(all, clean(string(t.Vendor+" "+t.Name)))
	}
	p.Tool = clean(strings.Join(all, ", "))
	if len(b.tools) == 1 {
		p.Version = clean(string(b.tools[0].Version))
	}
	return p
}

func (d *jsonDocument) sbomMember(name string) error {
	b := &d.sbom
	switch name {
	case "metadata":
		return d.object(d.metadata)
	case "components":
		_, err := d.list(d.cycloneComponent)
		return err
	case "vulnerabilities":
		var err error
		b.scanned, err = d.list(d.cycloneVulnerability)
		return err
	case "creationInfo":
		return d.spdxCreation()
	}
	_, err := d.list(func() error { // packages
		b.components++
		return d.json.Decode(&discard{})
	})
	return err
}

// metadata reads a member of CycloneDX's. Its tools are a list up to 1.4, and an object
// with a list of components since.
func (d *jsonDocument) metadata(name string) error {
	d.name = name
	switch name {
	case "timestamp":
		var t text
		err := d.json.Decode(&t)
		d.sbom.time = moment(string(t))
		return err
	case "component":
		var c struct {
			Type text `json:"type"`
		}
		err := d.json.Decode(&c)
		d.sbom.container = c.Type == "container"
		return err
	case "tools":
		var tools cycloneTools
		err := d.json.Decode(&tools)
		for _, t := range tools {
			d.sbom.tool(t)
		}
		return err
	}
	return d.skip()
}

// cycloneComponent counts a component and those inside of it.
func (d *jsonDocument) cycloneComponent() error {
	var c cycloneComponent
	if err := d.json.Decode(&c); err != nil {
		return err
	}
	d.sbom.components += c.count()
	return nil
}

type cycloneComponent struct {
	Components []cycloneComponent `json:"components"`
}

func (c cycloneComponent) count() int {
	n := 1
	for _, inner := range c.Components {
		n += inner.count()
	}
	return n
}

func (d *jsonDocument) cycloneVulnerability() error {
	var v struct {
		Ratings []struct {
			Severity text `json:"severity"`
		} `json:"ratings"`
		Analysis *struct {
			State text `json:"state"`
		} `json:"analysis"`
	}
	if err := d.json.Decode(&v); err != nil {
		return err
	}
	var ratings []string
	for _, r := range v.Ratings {
		ratings = append(ratings, string(r.Severity))
	}
	state := ""
	if v.Analysis != nil {
		state = string(v.Analysis.State)
	}
	d.sbom.vulnerability(state, ratings)
	return nil
}

// spdxTool is "Tool: syft-1.2.3"; the version is what begins with a digit.
var spdxTool = regexp.MustCompile(`^Tool: (.+?)(?:-v?(\d[\w.+-]*))?$`)

func (d *jsonDocument) spdxCreation() error {
	var c struct {
		Created  text   `json:"created"`
		Creators []text `json:"creators"`
	}
	if err := d.json.Decode(&c); err != nil {
		return err
	}
	d.sbom.time = moment(string(c.Created))
	for _, creator := range c.Creators {
		if m := spdxTool.FindStringSubmatch(string(creator)); m != nil {
			d.sbom.tool(sbomTool{Name: text(m[1]), Version: text(m[2])})
		}
	}
	return nil
}
