package licence

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChoices(t *testing.T) {
	for text, want := range map[string][]Choice{
		"MIT":                                       {{"MIT"}},
		"(MIT OR Apache-2.0)":                       {{"MIT"}, {"Apache-2.0"}},
		"MIT AND (GPL-2.0-only OR BSD-3-Clause)":    {{"MIT", "GPL-2.0-only"}, {"MIT", "BSD-3-Clause"}},
		"MIT or GPL-2.0+ and ISC":                   {{"MIT"}, {"GPL-2.0+", "ISC"}},
		"GPL-2.0-only WITH Classpath-exception-2.0": {{"GPL-2.0-only WITH Classpath-exception-2.0"}},
		"": nil, "MIT OR": nil, "OR MIT": nil, "(MIT": nil, "MIT)": nil, "MIT GPL-2.0": nil, "MIT WITH": nil, "MIT/X11": nil, "A AND B AND": nil,
		strings.Repeat("(", 100) + "MIT" + strings.Repeat(")", 100): nil,
		strings.Repeat("(A OR B) AND ", 8) + "C":                    nil,
	} {
		got, ok := Choices(text)
		if !ok {
			got = nil
		}
		if d := cmp.Diff(want, got); d != "" || ok != (want != nil) {
			t.Errorf("%s: %v\n%s", text, ok, d)
		}
	}
}

// TestRead: each case is a file and what it says, a line each.
func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"package-lock.json", `{"lockfileVersion": 3, "packages": {
 "": {"license": "UNLICENSED"},
 "node_modules/a": {"version": "1.0.0", "license": "MIT"},
 "node_modules/a/node_modules/@s/b": {"version": "2.0.0", "license": {"type": "(MIT OR GPL-3.0-only)"}},
 "node_modules/c": {"version": "1.0.0"},
 "node_modules/d": {"link": true},
 "node_modules/e": {"version": "1.0.0", "license": "SEE LICENSE IN LICENSE.md"},
 "node_modules/f": {"version": "1.0.0", "license": "UNLICENSED"}
}}`, "a 1.0.0 npm :3 [[MIT]]; @s/b 2.0.0 npm :4 [[MIT] [GPL-3.0-only]]; c 1.0.0 npm :5 unstated; e 1.0.0 npm :7 unclear; f 1.0.0 npm :8 none"},
		{"package-lock.json", `{"lockfileVersion": 1, "dependencies": {"a": {"version": "1.0.0"}}}`, "carries none"},
		{"composer.lock", `{"packages": [{"name": "a/b", "version": "1", "license": ["MIT", "GPL-2.0-or-later"]}],
"packages-dev": [{"name": "c/d", "version": "2", "license": []}]}`, "a/b 1 composer :1 [[MIT] [GPL-2.0-or-later]]; c/d 2 composer :2 unstated"},
		{"bom.json", `{"bomFormat": "CycloneDX", "components": [
 {"type": "library", "group": "g", "name": "a", "version": "1", "purl": "pkg:maven/g/a@1", "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "GNU General Public License"}}]},
 {"type": "library", "name": "b", "version": "2", "purl": "pkg:golang/b@2", "licenses": [{"expression": "MIT OR ISC"}], "components": [{"type": "library", "name": "c", "version": "3"}]},
 {"type": "file", "name": "d"}]}`, "g/a 1 maven :2 [[MIT GNU General Public License]]; b 2 golang :3 [[MIT] [ISC]]; c 3  :3 unstated"},
		{"x.spdx.json", `{"spdxVersion": "SPDX-2.3", "packages": [
 {"SPDXID": "SPDXRef-root", "name": "root"},
 {"SPDXID": "SPDXRef-a", "name": "a", "versionInfo": "1", "licenseConcluded": "NOASSERTION", "licenseDeclared": "AGPL-3.0-only", "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:npm/a@1"}]},
 {"SPDXID": "SPDXRef-b", "name": "b", "licenseConcluded": "NONE"},
 {"SPDXID": "SPDXRef-c", "name": "c", "licenseConcluded": "LicenseRef-1"}],
 "documentDescribes": ["SPDXRef-root"]}`, "a 1 npm :3 [[AGPL-3.0-only]]; b   :4 none; c   :5 unclear"},
		{"bom.json", `{"components": []}`, "error"},
		{"bom.json", `[]`, "error"},
		{"composer.lock", `{"packages": [1]}`, "error"},
		{"composer.lock", `{"packages": [`, "error"},
	} {
		list, err := Read(c.name, []byte(c.text), Bill(c.name))
		var got []string
		for _, d := range list.Dependencies {
			said := fmt.Sprint(d.Choices)
			switch {
			case d.None:
				said = "none"
			case d.Unclear:
				said = "unclear"
			case !d.Stated:
				said = "unstated"
			}
			got = append(got, fmt.Sprintf("%s %s %s :%d %s", d.Name, d.Version, d.Ecosystem, d.Line, said))
		}
		s := strings.Join(got, "; ")
		switch {
		case err != nil:
			s = "error"
		case !list.Carries:
			s = "carries none"
		}
		if s != c.want {
			t.Errorf("%s\n got %s, %v\nwant %s", c.text, s, err, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("package-lock.json", []byte(`{"packages": {"node_modules/a": {"license": "(MIT OR GPL-2.0) AND ISC"}}}`))
	f.Add("composer.lock", []byte(`{"packages": [{"name": "a", "license": ["MIT", "ISC"]}]}`))
	f.Add("bom.json", []byte(`{"bomFormat": "CycloneDX", "components": [{"name": "a", "licenses": [{"license": {"id": "MIT"}}], "components": [{}]}]}`))
	f.Add("a.spdx.json", []byte(`{"spdxVersion": "SPDX-2.3", "packages": [{"name": "a", "licenseConcluded": "MIT WITH x"}], "documentDescribes": ["a"]}`))
	f.Fuzz(func(t *testing.T, name string, src []byte) {
		list, _ := Read(name, src, Bill(name))
		for _, d := range list.Dependencies {
			if d.Line < 1 || len(d.Choices) > 0 && !d.Stated || len(d.Choices) > maxChoices {
				t.Errorf("%+v", d)
			}
			for _, c := range d.Choices {
				if len(c) == 0 {
					t.Errorf("a choice of nothing: %+v", d)
				}
			}
		}
	})
}
