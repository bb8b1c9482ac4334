package repository

import (
	"context"
	"path"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository/licence"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// dependencies makes a resource of each dependency that a lock file or a bill of material lists
// with its licence, and one of each such file. Files are read when all names are known, since
// lists are longer than other files, and a bill says what a lock file of its ecosystem does not.
type dependencies struct {
	// given are bills of material that the user names.
	given []tree.File
	// billed are the ecosystems that a bill of material speaks of.
	billed map[string]bool
}

func (*dependencies) wants(string) bool { return false }

func (*dependencies) types() []string { return []string{Dependency, DependencyList} }

func (*dependencies) read(context.Context, document) contribution { return nil }

func (s *dependencies) finish(b *builder) {
	s.billed = map[string]bool{}
	names := make([]string, 0, len(b.files))
	for name := range b.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, f := range s.given {
		s.list(b, f, "bill")
	}
	var locks []string
	for _, name := range names {
		if forTests(name) {
			continue
		}
		if licence.Bill(name) {
			s.list(b, b.files[name], "bill")
		} else if ecosystem, _ := licence.Lock(name); ecosystem != "" {
			locks = append(locks, name)
		}
	}
	for _, name := range locks {
		if ecosystem, carries := licence.Lock(name); carries {
			s.list(b, b.files[name], ecosystem)
		} else if !locked(locks, name) {
			s.silent(b, b.files[name], ecosystem)
		}
	}
}

// locked tells whether a file that only asks for dependencies has a lock file beside it.
func locked(locks []string, name string) bool {
	beside := map[string][]string{
		"requirements.txt": {"poetry.lock", "uv.lock", "Pipfile.lock", "pdm.lock"},
		"build.gradle":     {"gradle.lockfile"}, "build.gradle.kts": {"gradle.lockfile"},
	}
	return slices.ContainsFunc(beside[path.Base(name)], func(other string) bool { return slices.Contains(locks, path.Join(path.Dir(name), other)) })
}

// list reads a file. kind is "bill", or the ecosystem of a lock file.
func (s *dependencies) list(b *builder, f tree.File, kind string) {
	src, err := bounded(f, licence.MaxSize)
	var list licence.List
	if err == nil {
		list, err = licence.Read(f.Name, src, kind == "bill")
	}
	if err != nil {
		b.out.Seen.FilesFailed++
		b.gap(f, 0, tree.Reason(err), "make the file anew", s.types())
		cause := resource.Cause{Kind: resource.NotVisible, What: f.Name, Why: "the list of dependencies could not be read", File: f.Shown, Line: 1, Settle: "make the file anew"}
		b.resource(DependencyList, f.Name, "", lineOf(f.Shown, 1), map[string]cty.Value{"kind": cty.StringVal(kind), "licences": resource.Unknown(cty.Bool, cause), "dependencies": resource.Unknown(cty.Number, cause)}, nil)
		return
	}
	if !list.Carries {
		s.silent(b, f, kind)
		return
	}
	b.out.Seen.FilesParsed++
	for _, d := range list.Dependencies {
		if kind == "bill" {
			s.billed[d.Ecosystem] = true
		}
		s.add(b, f, d)
	}
	b.resource(DependencyList, f.Name, "", lineOf(f.Shown, 1), map[string]cty.Value{
		"kind": cty.StringVal(kind), "licences": cty.True, "dependencies": cty.NumberIntVal(int64(len(list.Dependencies))),
	}, nil)
}

// silent adds a lock file whose format says no licences, which a bill of material may say.
func (s *dependencies) silent(b *builder, f tree.File, ecosystem string) {
	b.resource(DependencyList, f.Name, "", lineOf(f.Shown, 1), map[string]cty.Value{
		"kind": cty.StringVal(ecosystem), "licences": cty.BoolVal(s.billed[ecosystem]), "dependencies": cty.NullVal(cty.Number),
	}, nil)
}

// add adds a dependency. What the list does not say of its licence is unknown.
func (s *dependencies) add(b *builder, f tree.File, d licence.Dependency) {
	choices := make([]cty.Value, 0, len(d.Choices))
	for _, c := range d.Choices {
		names := make([]cty.Value, 0, len(c))
		for _, l := range c {
			names = append(names, cty.StringVal(l))
		}
		choices = append(choices, cty.ObjectVal(map[string]cty.Value{"licences": cty.TupleVal(names)}))
	}
	values := map[string]cty.Value{"choices": cty.TupleVal(choices), "none": cty.BoolVal(d.None)}
	if !d.None && (!d.Stated || d.Unclear) {
		why := "the list does not say its licence"
		if d.Unclear {
			why = "what the list says of its licence is neither an expression nor a name that is known"
		}
		values["choices"] = resource.Unknown(cty.DynamicPseudoType, resource.Cause{
			Kind: resource.NotVisible, What: d.Name, Why: why, File: f.Shown, Line: d.Line,
			Settle: "find out the licence, and record it in a bill of material or in a waiver",
		})
	}
	key := d.Name
	if d.Version != "" {
		key += " " + d.Version
	}
	b.resource(Dependency, f.Name, key, lineOf(f.Shown, d.Line), values, nil)
}
