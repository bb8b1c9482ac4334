package checks

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Options say which policies to load and how they are set.
type Options struct {
	// Embedded is the built-in tree (policies.FS), read by its generated index
	// where it has one; nil loads none.
	Embedded fs.FS
	// Dirs are directories of the user's own policies.
	Dirs []string
	// Rules keeps only the rules that match one of these ids or globs ("HIPAA-S3-*"); empty keeps all.
	Rules []string
	// SkipRules drops the rules that match one of these ids or globs.
	SkipRules []string
	// Citations keeps only rules that cite one of these paragraphs or one below it ("164.312(a)").
	Citations []string
	// Params sets thresholds, "HIPAA-RDS-005.minimum_days" -> "14". A [string] is comma-separated.
	Params map[string]string
	// Idle keeps the policies whose parameter (Metadata.When) is off, for who asks what there is.
	Idle bool
	// KnownCitation tells whether a paragraph exists; nil accepts every one.
	KnownCitation func(string) bool
}

// Policies are loaded and selected policies. They are safe for concurrent use.
type Policies struct {
	all []*policy
	// libs finds the library of a package.
	libs map[string]regoFile
	// mentioned are the types that any loaded policy judges or relates, selected or not.
	mentioned map[string]bool
	changed   []finding.Parameter
	compiled  *compiled
}

// compiled are the policies that were needed so far, for all selections of what was loaded.
type compiled struct {
	mu       sync.Mutex
	programs map[*policy]*program
	// before is the CompiledFile; data is its text until a policy is needed.
	before compiledModules
	data   []byte
}

// Load reads the metadata of every policy and selects. Embedded policies are
// parsed only when a resource needs them; the user's own are parsed and compiled
// here. The error joins everything that is wrong, each with file:line and what to do.
func Load(o Options) (*Policies, error) {
	p := &Policies{libs: map[string]regoFile{}, mentioned: map[string]bool{}, compiled: &compiled{programs: map[*policy]*program{}}}
	var errs []error
	if o.Embedded != nil {
		errs = append(errs, p.loadEmbedded(o))
	}
	for _, dir := range o.Dirs {
		errs = append(errs, p.loadDir(dir, o))
	}
	slices.SortFunc(p.all, func(a, b *policy) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Source, b.Source))
	})
	errs = append(errs, p.checkIDs())
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for _, pol := range p.all {
		pol.mention(p.mentioned)
	}
	if err := errors.Join(p.setParams(o.Params), p.checkSelection(o)); err != nil {
		return nil, err
	}
	if err := p.dropIdle(o.Idle); err != nil {
		return nil, err
	}
	p.all = slices.DeleteFunc(p.all, func(pol *policy) bool { return !o.selects(pol) })
	if err := p.compileUser(); err != nil {
		return nil, err
	}
	return p, nil
}

func (p *Policies) loadEmbedded(o Options) error {
	data, err := fs.ReadFile(o.Embedded, IndexFile)
	if errors.Is(err, fs.ErrNotExist) {
		return p.loadTree(o.Embedded, "", false, o)
	}
	if err != nil {
		return err
	}
	ix, err := decodeIndex(data)
	if err != nil {
		return fmt.Errorf("%s: %w: run `go generate ./policies`", IndexFile, err)
	}
	for pkg, file := range ix.Libs {
		p.libs[pkg] = regoFile{o.Embedded, file, file}
	}
	if p.compiled.data, err = fs.ReadFile(o.Embedded, CompiledFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, entry := range ix.Policies {
		// The generator has checked the citations, and the freshness test the generator.
		d := decoder{src: source{file: entry.File, pkg: entry.Package}}
		m := d.metadata(entry.Metadata)
		if err := errors.Join(d.errs...); err != nil {
			return err
		}
		pol := newPolicy(m, regoFile{o.Embedded, entry.File, entry.File})
		pol.indexed = true
		p.all = append(p.all, pol)
	}
	return nil
}

func (p *Policies) loadDir(dir string, o Options) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = errors.New("not a directory")
	}
	if err != nil {
		return fmt.Errorf("policies directory %s: %w", dir, err)
	}
	before := len(p.all)
	err = p.loadTree(os.DirFS(dir), filepath.ToSlash(dir)+"/", true, o)
	if err == nil && len(p.all) == before {
		return fmt.Errorf("policies directory %s: no policy.rego in it or below it", dir)
	}
	return err
}

// loadTree reads a tree without an index.
func (p *Policies) loadTree(tree fs.FS, prefix string, user bool, o Options) error {
	policies, libs, err := readTree(tree, prefix)
	errs := []error{err}
	for _, s := range libs {
		if other, ok := p.libs[s.pkg]; ok {
			errs = append(errs, fmt.Errorf("%s: package %s is already that of %s: give it another name", s.file, s.pkg, other.file))
		}
		p.libs[s.pkg] = regoFile{tree, strings.TrimPrefix(s.file, prefix), s.file}
	}
	for _, s := range policies {
		a, err := s.annotation()
		if err != nil {
			errs = append(errs, err)
			continue
		}
		d := decoder{src: s, known: o.KnownCitation}
		m := d.metadata(a)
		m.User = user
		errs = append(errs, d.errs...)
		p.all = append(p.all, newPolicy(m, regoFile{tree, strings.TrimPrefix(s.file, prefix), s.file}))
	}
	return errors.Join(errs...)
}

// setParams applies the given parameters and refuses those that nothing declares.
func (p *Policies) setParams(set map[string]string) error {
	declared := map[string]bool{}
	var errs []error
	for _, pol := range p.all {
		for name := range pol.Params {
			declared[pol.ID+"."+name] = true
		}
		values, changed, err := pol.Metadata.params(set)
		errs = append(errs, err)
		pol.params = values
		p.changed = append(p.changed, changed...)
	}
	for _, key := range slices.Sorted(maps.Keys(set)) {
		if !declared[key] {
			errs = append(errs, fmt.Errorf("parameter %s: no policy declares it: `hipaactl policy show RULE` lists a rule's parameters", key))
		}
	}
	slices.SortFunc(p.changed, func(a, b finding.Parameter) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Name, b.Name))
	})
	p.changed = slices.CompactFunc(p.changed, func(a, b finding.Parameter) bool { return a.Rule == b.Rule && a.Name == b.Name })
	return errors.Join(errs...)
}

// dropIdle leaves out the policies whose parameter (Metadata.When) is off, so that nothing
// is read for them, unless they are to be kept.
func (p *Policies) dropIdle(keep bool) error {
	set := map[string]any{}
	for _, pol := range p.all {
		for name, v := range pol.params {
			set[path.Join(path.Dir(pol.Source), pol.ID, name)] = v
		}
	}
	var errs []error
	p.all = slices.DeleteFunc(p.all, func(pol *policy) bool {
		if pol.When == "" {
			return false
		}
		on, ok := set[path.Join(path.Dir(pol.Source), pol.ID, pol.When)].(bool)
		if !ok {
			errs = append(errs, fmt.Errorf("%s:1: when: %s: want a parameter of type bool that another policy of the rule declares beside it", pol.Source, pol.When))
		}
		return !on && !keep
	})
	return errors.Join(errs...)
}

// Wanted says which attributes of which types the policies read, links included.
func (p *Policies) Wanted() resource.Wanted {
	w := resource.Wanted{}
	for _, pol := range p.all {
		pol.want(w)
	}
	return w
}

// Reading are the rules that judge or relate a resource of one of the types: what they say
// may change where such resources do. What either compiles serves both.
func (p *Policies) Reading(types map[string]bool) *Policies {
	ids := map[string]bool{}
	for _, pol := range p.all {
		reads := map[string]bool{}
		pol.mention(reads)
		for typ := range reads {
			ids[pol.ID] = ids[pol.ID] || types[typ]
		}
	}
	out := *p
	out.all = slices.DeleteFunc(slices.Clone(p.all), func(pol *policy) bool { return !ids[pol.ID] })
	return &out
}

// Keep drops the policies that keep does not want. Call it before anything is judged.
func (p *Policies) Keep(keep func(Metadata) bool) {
	p.all = slices.DeleteFunc(p.all, func(pol *policy) bool { return !keep(pol.Metadata) })
}

// List is the metadata of the selected policies, sorted by id and source.
func (p *Policies) List() []Metadata {
	out := make([]Metadata, len(p.all))
	for i, pol := range p.all {
		out[i] = pol.Metadata
	}
	return out
}

// Rego is the source text of a policy, by Metadata.Source.
func (p *Policies) Rego(source string) (string, error) {
	for _, pol := range p.all {
		if pol.Source == source {
			return pol.rego.text()
		}
	}
	return "", fmt.Errorf("no policy was loaded from %s", source)
}

// Digest is the SHA-256 of the rules and texts of all loaded policies and of the libraries
// that they may import, in hexadecimal digits: the same digest, the same judgements.
func (p *Policies) Digest() (string, error) {
	h, buffer := sha256.New(), make([]byte, 32<<10)
	add := func(name string, file regoFile) error {
		f, err := file.tree.Open(file.name)
		if err != nil {
			return err
		}
		defer f.Close() //nolint:errcheck // it was only read
		info, err := f.Stat()
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintf(h, "%s\x00%d\x00", name, info.Size()) // a hash takes everything
		_, err = io.CopyBuffer(h, f, buffer)
		return err
	}
	for _, pol := range p.all {
		if err := add(pol.ID, pol.rego); err != nil {
			return "", err
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(p.libs)) {
		if err := add(pkg, p.libs[pkg]); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
