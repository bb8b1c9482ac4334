package licence

import (
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"strings"
)

// MaxSize is how large a lock file or bill of material may be, in bytes.
const MaxSize = 64 << 20

// Dependency is one of a list.
type Dependency struct {
	Name, Version string
	// Ecosystem is the type of its package URL: npm, golang, pypi.
	Ecosystem string
	// Choices are the ways of meeting its licence. Stated tells that the list says anything, None
	// that it says there is no licence, and Unclear that what it says is no expression and no name.
	Choices []Choice
	Stated  bool
	None    bool
	Unclear bool
	// Line is where it stands, from 1.
	Line int
}

// List is a file that lists dependencies.
type List struct {
	Dependencies []Dependency
	// Carries tells that the format says licences.
	Carries bool
}

// Bill tells by a file's name that it is a bill of material.
func Bill(name string) bool {
	base := strings.ToLower(path.Base(name))
	return base == "bom.json" || base == "sbom.json" || strings.HasSuffix(base, ".cdx.json") || strings.HasSuffix(base, ".spdx.json") || strings.HasSuffix(base, ".bom.json")
}

// Lock is the ecosystem of a lock file, by its name; empty for what is none. carries tells that its
// format may say licences.
func Lock(name string) (ecosystem string, carries bool) {
	base := path.Base(name)
	switch base {
	case "package-lock.json", "npm-shrinkwrap.json":
		return "npm", true
	case "composer.lock":
		return "composer", true
	case "yarn.lock", "pnpm-lock.yaml", "bun.lock":
		return "npm", false
	case "go.sum":
		return "golang", false
	case "Gemfile.lock":
		return "gem", false
	case "poetry.lock", "uv.lock", "Pipfile.lock", "pdm.lock", "requirements.txt":
		return "pypi", false
	case "Cargo.lock":
		return "cargo", false
	case "pom.xml", "gradle.lockfile", "build.gradle", "build.gradle.kts":
		return "maven", false
	case "packages.lock.json":
		return "nuget", false
	case "mix.lock":
		return "hex", false
	case "Podfile.lock":
		return "cocoapods", false
	}
	return "", false
}

// Read reads a lock file that carries licences, or a bill of material, whatever its name. The
// error names no value.
func Read(name string, src []byte, bill bool) (List, error) {
	r := reader{src: bytes.TrimPrefix(src, []byte("\xef\xbb\xbf")), line: 1}
	ecosystem, _ := Lock(name)
	switch {
	case bill:
		return r.bill()
	case ecosystem == "npm":
		return r.npm()
	case ecosystem == "composer":
		return r.composer()
	}
	return r.bill()
}

// of reads what a list says of a licence.
func (d *Dependency) of(said string) {
	said = strings.TrimSpace(said)
	lower := strings.ToLower(said)
	switch {
	case said == "" || lower == "noassertion":
		return
	case lower == "none" || lower == "unlicensed":
		d.Stated, d.None = true, true
		return
	}
	d.Stated = true
	for _, vague := range []string{"see ", "license", "custom", "other", "unknown", "proprietary", "commercial", "file:", "http"} {
		if strings.HasPrefix(lower, vague) && !strings.Contains(lower, " or ") && !strings.Contains(lower, " and ") {
			d.Unclear = true
			return
		}
	}
	choices, ok := Choices(said)
	if !ok {
		// A name in words, such as Apache License 2.0.
		if len(said) > 200 || strings.ContainsAny(said, "\n;") {
			d.Unclear = true
			return
		}
		choices = []Choice{{said}}
	}
	for _, c := range choices {
		for _, l := range c {
			if strings.HasPrefix(l, "LicenseRef-") || strings.HasPrefix(l, "DocumentRef-") {
				d.Unclear = true
				return
			}
		}
	}
	d.Choices = choices
}

// and adds a licence that holds too.
func (d *Dependency) and(said string) {
	if !d.Stated {
		d.of(said)
		return
	}
	var more Dependency
	more.of(said)
	if !more.Stated {
		return
	}
	d.Unclear, d.None = d.Unclear || more.Unclear, d.None || more.None
	var both []Choice
	for _, a := range d.Choices {
		for _, b := range more.Choices {
			both = append(both, append(append(Choice{}, a...), b...))
		}
	}
	if len(both) > maxChoices {
		d.Unclear, both = true, nil
	}
	d.Choices = both
}

// reader reads JSON one member at a time, so that each has its line.
type reader struct {
	src []byte
	// line is that of the byte at.
	at, line int
}

var errForm = errors.New("it is not what its name says: its JSON does not have the form")

// members hands out the members of the list or object that stands under a key at the top, with
// the name that each has in an object. Others are passed over.
func (r *reader) members(keys map[string]func(name string, raw json.RawMessage, line int) error) error {
	d := json.NewDecoder(bytes.NewReader(r.src))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return errForm
	}
	for d.More() {
		t, err := d.Token()
		key, ok := t.(string)
		if err != nil || !ok {
			return errForm
		}
		take := keys[key]
		if take == nil {
			var skip json.RawMessage
			if d.Decode(&skip) != nil {
				return errForm
			}
			continue
		}
		open, err := d.Token()
		if err != nil {
			return errForm
		}
		if open != json.Delim('{') && open != json.Delim('[') {
			if err := take("", json.RawMessage(text(open)), r.lineAt(int(d.InputOffset()))); err != nil {
				return err
			}
			continue
		}
		if err := r.each(d, open == json.Delim('{'), take); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return errForm
	}
	return nil
}

func (r *reader) each(d *json.Decoder, named bool, take func(string, json.RawMessage, int) error) error {
	for d.More() {
		name := ""
		line := r.lineAt(r.skip(int(d.InputOffset())))
		if named {
			t, err := d.Token()
			if err != nil {
				return errForm
			}
			name, _ = t.(string)
		}
		var raw json.RawMessage
		if d.Decode(&raw) != nil {
			return errForm
		}
		if err := take(name, raw, line); err != nil {
			return err
		}
	}
	if _, err := d.Token(); err != nil {
		return errForm
	}
	return nil
}

// text is a scalar as JSON.
func text(t json.Token) []byte {
	b, err := json.Marshal(t)
	if err != nil {
		return []byte("null")
	}
	return b
}

// skip passes over what parts two members.
func (r *reader) skip(at int) int {
	for at < len(r.src) && bytes.IndexByte([]byte(" \t\r\n,"), r.src[at]) >= 0 {
		at++
	}
	return at
}

// lineAt is the line of an offset, which never goes back.
func (r *reader) lineAt(at int) int {
	for ; r.at < min(at, len(r.src)); r.at++ {
		if r.src[r.at] == '\n' {
			r.line++
		}
	}
	return r.line
}
