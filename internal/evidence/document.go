package evidence

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// jsonDocument is a JSON document whose format is known when its end has been seen, since
// what tells may come last.
type jsonDocument struct {
	walker
	// The members by which the formats tell themselves apart.
	version, bomFormat, specVersion, spdxVersion, context text
	hasRuns, wrapped                                      bool

	runs []part
	sbom sbom
}

func readJSON(in *input, from *bufio.Reader) (document, error) {
	d := &jsonDocument{walker: walker{in: in, json: json.NewDecoder(from)}}
	err := d.object(d.member)
	if err == nil {
		err = d.end()
	}
	if err != nil {
		return document{}, d.at(err)
	}
	return d.finish()
}

func (d *jsonDocument) member(name string) error {
	d.name = name
	switch name {
	case "version":
		return d.json.Decode(&d.version)
	case "runs":
		d.hasRuns = true
		_, err := d.list(d.run)
		return err
	case "bomFormat":
		return d.json.Decode(&d.bomFormat)
	case "specVersion":
		return d.json.Decode(&d.specVersion)
	case "spdxVersion":
		return d.json.Decode(&d.spdxVersion)
	case "@context":
		return d.json.Decode(&d.context)
	case "schema":
		return d.ours()
	case "sbom": // as GitHub's dependency graph wraps it
		if d.wrapped {
			return errShape{name, "SBOM"}
		}
		d.wrapped = true
		return d.object(d.member)
	case "metadata", "components", "vulnerabilities", "creationInfo", "packages":
		return d.sbomMember(name)
	}
	return d.skip()
}

// ours refuses hipaactl's own report, which is merged and not attached.
func (d *jsonDocument) ours() error {
	var schema text
	if err := d.json.Decode(&schema); err != nil {
		return err
	}
	if strings.HasPrefix(string(schema), "hipaactl/") {
		return errOurs
	}
	return nil
}

// finish says which format it was.
func (d *jsonDocument) finish() (document, error) {
	switch {
	case d.bomFormat == "CycloneDX" && d.spdxVersion == "" && !d.hasRuns:
		p := d.sbom.part()
		return document{familySBOM, strings.TrimSpace("CycloneDX " + clean(string(d.specVersion))), []part{p}}, nil
	case strings.HasPrefix(string(d.spdxVersion), "SPDX-2.") && d.bomFormat == "" && !d.hasRuns:
		p := d.sbom.part()
		p.scanned = false // SPDX 2 knows no results
		return document{familySBOM, "SPDX " + clean(strings.TrimPrefix(string(d.spdxVersion), "SPDX-")), []part{p}}, nil
	case d.spdxVersion != "" || strings.Contains(string(d.context), "spdx.org/rdf/3"):
		return document{}, errors.New("it is SPDX of a version that is not read: let the tool write SPDX 2.3 or CycloneDX")
	case d.hasRuns && d.bomFormat == "":
		return d.sarif()
	}
	return document{}, errUnknown
}

func (d *jsonDocument) sarif() (document, error) {
	switch {
	case d.version != "2.1.0":
		return document{}, errors.New("it is SARIF of a version that is not read: want 2.1.0")
	case len(d.runs) == 0:
		return document{}, fmt.Errorf("it is SARIF without a run, which tells nothing: did the tool fail?")
	}
	return document{familySARIF, "SARIF 2.1.0", d.runs}, nil
}
