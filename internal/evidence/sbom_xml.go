package evidence

import "strings"

// cycloneXML is an SBOM of CycloneDX in XML: https://cyclonedx.org/docs/1.6/xml/.
type cycloneXML struct {
	version string
	sbom    sbom
	// tool, state and ratings are those of the tool or vulnerability being read.
	tool    sbomTool
	state   string
	ratings []string
}

func (c *cycloneXML) opened(way []*element) error {
	switch path(way) {
	case "bom/metadata/component":
		c.sbom.container = way[len(way)-1].get("type") == "container"
	case "bom/vulnerabilities":
		c.sbom.scanned = true
	case "bom/vulnerabilities/vulnerability":
		c.state, c.ratings = "", nil
	case "bom/metadata/tools/tool", "bom/metadata/tools/components/component":
		c.tool = sbomTool{}
	}
	return nil
}

func (c *cycloneXML) closed(way []*element) {
	value := strings.TrimSpace(way[len(way)-1].text.String())
	at := path(way)
	switch at {
	case "bom/metadata/timestamp":
		c.sbom.time = moment(value)
	case "bom/metadata/tools/tool/name", "bom/metadata/tools/components/component/name":
		c.tool.Name = text(value)
	case "bom/metadata/tools/tool/vendor":
		c.tool.Vendor = text(value)
	case "bom/metadata/tools/tool/version", "bom/metadata/tools/components/component/version":
		c.tool.Version = text(value)
	case "bom/metadata/tools/tool", "bom/metadata/tools/components/component":
		c.sbom.tool(c.tool)
	case "bom/vulnerabilities/vulnerability/analysis/state":
		c.state = value
	case "bom/vulnerabilities/vulnerability/ratings/rating/severity":
		c.ratings = append(c.ratings, value)
	case "bom/vulnerabilities/vulnerability":
		c.sbom.vulnerability(c.state, c.ratings)
	}
	if strings.HasPrefix(at, "bom/components/") && strings.HasSuffix(at, "/components/component") {
		c.sbom.components++
	}
}

func (c *cycloneXML) finish() document {
	return document{familySBOM, strings.TrimSpace("CycloneDX " + c.version), []part{c.sbom.part()}}
}

// path is the way by names: "bom/metadata/timestamp".
func path(way []*element) string {
	names := make([]string, len(way))
	for i, e := range way {
		names[i] = e.name.Local
	}
	return strings.Join(names, "/")
}
