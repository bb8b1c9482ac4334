// Package evidence reads what other tools found, scanners, test runs and makers of SBOMs,
// and says which citations that supports. The command line attaches it to a report.
//
// It counts and believes: results are not checked, and support is not proof. The documents
// are SARIF 2.1.0, CycloneDX in JSON or XML, SPDX 2 in JSON, and JUnit XML, told apart by
// their content. They are read once and as a stream, and errors never quote them.
package evidence

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// wanted names what can be read, for errors.
const wanted = "want SARIF 2.1.0, CycloneDX (JSON or XML), SPDX 2 (JSON) or JUnit XML"

var (
	errUnknown = errors.New("it is in none of the formats that can be attached: " + wanted + "; most scanners write SARIF when asked")
	errOurs    = errors.New("it is hipaactl's own result: give its JSON report as a RESULT to merge, not as evidence")
)

// family is a group of formats that hold the same kinds.
type family string

const (
	familySARIF family = "SARIF"
	familySBOM  family = "an SBOM"
	familyJUnit family = "JUnit XML"
)

// document is what was read, before its parts are given a kind.
type document struct {
	family family
	format string
	parts  []part
}

// part is what one tool did. Its Kind is what tool or format tell, empty where they do not.
type part struct {
	finding.AttachedPart
	// scanned is set where the part can hold results of a scan, of which there may be none.
	scanned bool
}

// Read reads one document. The name is for people and for the report; kind is the name of
// one of Kinds, or empty where tool and format are to tell. Errors say what is wrong with
// the document, and what to do about it.
func Read(name, kind string, r io.Reader) (finding.Attached, error) {
	in := newInput(r)
	doc, err := read(in, kind)
	if err != nil {
		return finding.Attached{}, fmt.Errorf("%s: %w", name, err)
	}
	out := finding.Attached{Name: name, Digest: in.digest(), Bytes: in.size, Format: doc.format}
	for _, p := range doc.parts {
		out.Parts = append(out.Parts, supported(p.AttachedPart))
	}
	return out, nil
}

func read(in *input, kind string) (document, error) {
	if kind != "" {
		if _, err := lookup(kind); err != nil {
			return document{}, err
		}
	}
	doc, err := parse(in)
	if err != nil {
		return document{}, err
	}
	for i := range doc.parts {
		if err := doc.assign(&doc.parts[i], kind); err != nil {
			return document{}, err
		}
	}
	doc.parts = join(doc.parts)
	return doc, nil
}

// parse tells the formats apart and reads the document to its end.
func parse(in *input) (document, error) {
	first, text, err := in.open()
	switch {
	case err != nil:
		return document{}, err
	case first == '{':
		return readJSON(in, text)
	case first == '<':
		return readXML(in, text)
	}
	return document{}, errUnknown
}

// assign gives a part its kind: what the user says, else what tool and format tell.
func (d document) assign(p *part, kind string) error {
	if kind == "" {
		if p.Kind == "" {
			return fmt.Errorf("it does not tell what kind of scan %s made: write KIND=FILE, where KIND is %s", shown(p.Tool), strings.Join(scans(), ", "))
		}
		return nil
	}
	k, _ := lookup(kind) // read has found it
	switch {
	case k.family != "" && k.family != d.family:
		return fmt.Errorf("it is %s, which holds no %s: want %s", d.family, kind, k.family)
	case k.family == "" && !p.scanned:
		return fmt.Errorf("it lists components and no search for vulnerabilities in them, so it is no %s: want %s, or leave the kind out", kind, kindSBOM)
	}
	p.Kind = kind
	return nil
}

func shown(tool string) string {
	if tool == "" {
		return "its tool"
	}
	return fmt.Sprintf("%q", tool)
}

// join makes one part of what one tool did in several runs, in the order of Attached.
func join(parts []part) []part {
	slices.SortStableFunc(parts, compareParts)
	var out []part
	for _, p := range parts {
		if n := len(out); n > 0 && compareParts(out[n-1], p) == 0 {
			out[n-1].add(p)
			continue
		}
		out = append(out, p)
	}
	return out
}

func compareParts(a, b part) int {
	return slices.Compare([]string{a.Tool, a.Version, a.Kind}, []string{b.Tool, b.Version, b.Kind})
}

// add joins another run of the same tool. The earlier time stands for both, so that
// evidence never looks fresher than it is.
func (p *part) add(q part) {
	p.Time = earlier(p.Time, q.Time)
	if p.Complete && !q.Complete {
		p.Complete, p.Why = false, q.Why
	}
	r, s := p.Results, q.Results
	r.Total, r.Suppressed = r.Total+s.Total, r.Suppressed+s.Suppressed
	r.Levels.Error += s.Levels.Error
	r.Levels.Warning += s.Levels.Warning
	r.Levels.Note += s.Levels.Note
	r.Levels.None += s.Levels.None
	r.Severities.Critical += s.Severities.Critical
	r.Severities.High += s.Severities.High
	r.Severities.Medium += s.Severities.Medium
	r.Severities.Low += s.Severities.Low
	r.Severities.Other += s.Severities.Other
}
