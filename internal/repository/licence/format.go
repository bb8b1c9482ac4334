package licence

import (
	"encoding/json"
	"strings"
)

type take = func(name string, raw json.RawMessage, line int) error

// npm reads package-lock.json. Version 1 says no licences.
// Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
func (r *reader) npm() (List, error) {
	var out List
	err := r.members(map[string]take{"packages": func(name string, raw json.RawMessage, line int) error {
		out.Carries = true
		var p struct {
			Version string          `json:"version"`
			Licence json.RawMessage `json:"license"`
			Link    bool            `json:"link"`
		}
		if json.Unmarshal(raw, &p) != nil {
			return errForm
		}
		i := strings.LastIndex(name, "node_modules/")
		if i < 0 || p.Link { // the project itself, or a part of it
			return nil
		}
		d := Dependency{Name: name[i+len("node_modules/"):], Version: p.Version, Ecosystem: "npm", Line: line}
		d.of(oneOf(p.Licence))
		out.Dependencies = append(out.Dependencies, d)
		return nil
	}})
	return out, err
}

// oneOf reads a licence as text, or as the object of old packages.
func oneOf(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var o struct {
		Type string `json:"type"`
	}
	_ = json.Unmarshal(raw, &o) // what is neither says nothing
	return o.Type
}

// composer reads composer.lock, where several licences are a choice.
// Source: https://getcomposer.org/doc/04-schema.md#license
func (r *reader) composer() (List, error) {
	out := List{Carries: true}
	read := func(_ string, raw json.RawMessage, line int) error {
		var p struct {
			Name     string   `json:"name"`
			Version  string   `json:"version"`
			Licences []string `json:"license"`
		}
		if json.Unmarshal(raw, &p) != nil {
			return errForm
		}
		d := Dependency{Name: p.Name, Version: p.Version, Ecosystem: "composer", Line: line}
		d.of(strings.Join(p.Licences, " OR "))
		out.Dependencies = append(out.Dependencies, d)
		return nil
	}
	err := r.members(map[string]take{"packages": read, "packages-dev": read})
	return out, err
}

// component is one of CycloneDX.
type component struct {
	Name     string `json:"name"`
	Group    string `json:"group"`
	Version  string `json:"version"`
	URL      string `json:"purl"`
	Type     string `json:"type"`
	Licences []struct {
		Expression string `json:"expression"`
		Licence    struct {
			ID   string `json:"id"`
			Name string `json:"name"`
		} `json:"license"`
	} `json:"licenses"`
	Components []component `json:"components"`
}

// spdxPackage is one of SPDX 2.
type spdxPackage struct {
	ID        string `json:"SPDXID"`
	Name      string `json:"name"`
	Version   string `json:"versionInfo"`
	Concluded string `json:"licenseConcluded"`
	Declared  string `json:"licenseDeclared"`
	Purpose   string `json:"primaryPackagePurpose"`
	Refs      []struct {
		Type    string `json:"referenceType"`
		Locator string `json:"referenceLocator"`
	} `json:"externalRefs"`
}

// bill reads a bill of material: CycloneDX 1.x or SPDX 2.x, as JSON.
// Source: https://cyclonedx.org/docs/1.6/json/, https://spdx.github.io/spdx-spec/v2.3/
func (r *reader) bill() (List, error) {
	out := List{Carries: true}
	known := false
	described := map[string]bool{}
	var packages []spdxPackage
	var lines []int
	err := r.members(map[string]take{
		"bomFormat": func(_ string, raw json.RawMessage, _ int) error {
			known = known || string(raw) == `"CycloneDX"`
			return nil
		},
		"spdxVersion": func(_ string, raw json.RawMessage, _ int) error {
			known = known || strings.HasPrefix(string(raw), `"SPDX-2.`)
			return nil
		},
		"components": func(_ string, raw json.RawMessage, line int) error {
			var c component
			if json.Unmarshal(raw, &c) != nil {
				return errForm
			}
			out.component(c, line, 0)
			return nil
		},
		"packages": func(_ string, raw json.RawMessage, line int) error {
			var p spdxPackage
			if json.Unmarshal(raw, &p) != nil {
				return errForm
			}
			packages, lines = append(packages, p), append(lines, line)
			return nil
		},
		"documentDescribes": func(_ string, raw json.RawMessage, _ int) error {
			described[strings.Trim(string(raw), `"`)] = true
			return nil
		},
	})
	if err == nil && !known {
		err = errForm
	}
	for i, p := range packages {
		if !described[p.ID] {
			out.Dependencies = append(out.Dependencies, p.dependency(lines[i]))
		}
	}
	return out, err
}

// component adds a component and those inside it. Files and what runs the system are no dependencies.
func (l *List) component(c component, line, depth int) {
	if c.Type != "file" && c.Type != "operating-system" && c.Type != "data" {
		d := Dependency{Name: c.Name, Version: c.Version, Ecosystem: ecosystem(c.URL), Line: line}
		if c.Group != "" {
			d.Name = c.Group + "/" + c.Name
		}
		if len(c.Licences) > maxChoices {
			d.Stated, d.Unclear, c.Licences = true, true, nil
		}
		for _, said := range c.Licences {
			for _, text := range []string{said.Expression, said.Licence.ID, said.Licence.Name} {
				if text != "" {
					d.and(text)
					break
				}
			}
		}
		l.Dependencies = append(l.Dependencies, d)
	}
	for _, inner := range c.Components {
		if depth < 16 {
			l.component(inner, line, depth+1)
		}
	}
}

func (p spdxPackage) dependency(line int) Dependency {
	d := Dependency{Name: p.Name, Version: p.Version, Line: line}
	for _, ref := range p.Refs {
		if ref.Type == "purl" {
			d.Ecosystem = ecosystem(ref.Locator)
		}
	}
	if d.of(p.Concluded); !d.Stated {
		d.of(p.Declared)
	}
	return d
}

// ecosystem is the type of a package URL.
// Source: https://github.com/package-url/purl-spec
func ecosystem(url string) string {
	rest, ok := strings.CutPrefix(url, "pkg:")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return strings.ToLower(name)
}
