package repository

import (
	"context"
	"io"
	"path"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository/backend"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// backends makes resources of where Terraform keeps its state: one for each backend block, one
// for each root module that has none, one for each state file.
type backends struct {
	modules map[string]*module
}

// module is a directory of configuration.
type module struct {
	backends  []backend.Backend
	files     []tree.File
	encrypted bool
	manages   bool
	settings  bool
	provider  hcl.Range
	// called tells that another module of the repository calls it.
	called bool
	// unread tells that a file did not parse, so that a block may be unseen.
	unread bool
}

func newBackends() *backends { return &backends{modules: map[string]*module{}} }

func (*backends) wants(name string) bool { return backend.IsConfig(name) }

func (*backends) types() []string { return []string{StateBackend} }

func (s *backends) read(_ context.Context, d document) contribution {
	file, err := backend.Read(d.file.Shown, d.text)
	return func(b *builder) {
		dir := path.Dir(d.file.Name)
		m := s.module(dir)
		if err != nil {
			m.unread = true
			if !forTests(d.file.Name) {
				b.gap(d.file, 0, err.Error(), "correct the file", s.types())
			}
		}
		for _, found := range file.Backends {
			m.backends, m.files = append(m.backends, found), append(m.files, d.file)
		}
		m.encrypted = m.encrypted || file.Encrypted
		m.manages = m.manages || file.Manages
		m.settings = m.settings || file.Settings
		if m.provider.Empty() {
			m.provider = file.Provider
		}
		for _, call := range file.Calls {
			s.module(path.Join(dir, call)).called = true
		}
	}
}

func (s *backends) module(dir string) *module {
	m := s.modules[dir]
	if m == nil {
		m = &module{}
		s.modules[dir] = m
	}
	return m
}

func (s *backends) finish(b *builder) {
	dirs := make([]string, 0, len(s.modules))
	for dir := range s.modules {
		dirs = append(dirs, dir)
	}
	slices.Sort(dirs)
	failed := map[string]bool{}
	for _, g := range b.out.Gaps {
		failed[g.What] = true
	}
	for name, f := range b.files {
		if backend.IsConfig(name) && failed[f.Shown] {
			s.module(path.Dir(name)).unread = true
		}
	}
	for _, dir := range dirs {
		m := s.modules[dir]
		for i, found := range m.backends {
			s.add(b, m, found, m.files[i])
		}
		if len(m.backends) == 0 && !m.unread && !m.called && m.manages && !m.provider.Empty() {
			s.implicit(b, m, dir)
		}
	}
	names := make([]string, 0, len(b.files))
	for name := range b.files {
		if backend.IsState(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		s.state(b, b.files[name])
	}
}

// add adds the resource of a block.
func (s *backends) add(b *builder, m *module, found backend.Backend, f tree.File) {
	at := func(names ...string) hcl.Range {
		for _, name := range names {
			if r, ok := found.Ranges[name]; ok {
				return r
			}
		}
		return found.Range
	}
	of := map[string]hcl.Range{
		"encrypt": at("encrypt"), "lock": at("use_lockfile", "dynamodb_table", "tablestore_table", "lock_address"),
		"customer_key": at("kms_key_id", "sse_customer_key", "kms_encryption_key", "encryption_key"), "insecure": at("skip_cert_verification", "address"),
	}
	values := map[string]cty.Value{
		"kind": cty.StringVal(found.Kind), "fixture": cty.BoolVal(forTests(f.Name)), "client_encrypted": cty.BoolVal(m.encrypted),
	}
	cause := resource.Cause{
		Kind: resource.NotGiven, What: "-backend-config", File: f.Shown, Line: found.Range.Start.Line,
		Why:    "the block is part of a configuration: " + found.Partial + " is given elsewhere, and other arguments may be too",
		Settle: "write encryption, locking and key into the block; they are no secrets",
	}
	if found.Expression != "" {
		cause.Kind, cause.What, cause.Why = resource.NotEvaluated, found.Expression, "its value is an expression"
		cause.Settle = "write the value itself"
	}
	for name, state := range map[string]backend.State{"encrypt": found.Encrypt, "lock": found.Lock, "customer_key": found.CustomerKey, "insecure": found.Insecure} {
		values[name] = factOf(state, cause)
	}
	b.resource(StateBackend, path.Dir(f.Name), found.Kind, found.Range, values, places{found.Range, of})
}

// factOf is what is known of a fact.
func factOf(state backend.State, cause resource.Cause) cty.Value {
	switch state {
	case backend.Yes:
		return cty.True
	case backend.Unseen:
		return resource.Unknown(cty.Bool, cause)
	case backend.No:
	}
	return cty.False
}

// implicit adds the backend of a root module that configures none: Terraform then keeps the
// state in a file beside it. Terragrunt may write a block where there is none.
// Source: https://developer.hashicorp.com/terraform/language/backend#default-backend
func (s *backends) implicit(b *builder, m *module, dir string) {
	kind := cty.StringVal("local")
	_, locked := b.files[path.Join(dir, ".terraform.lock.hcl")]
	_, given := b.files[path.Join(dir, "terraform.tfvars")]
	if !locked && !given && !m.settings {
		kind = resource.Unknown(cty.String, resource.Cause{
			Kind: resource.NotVisible, What: dir, Why: "nothing shows whether this directory is applied", File: m.provider.Filename, Line: m.provider.Start.Line,
			Settle: "add a terraform block with its backend, or keep .terraform.lock.hcl beside what is applied",
		})
	}
	if _, ok := b.files[path.Join(dir, "terragrunt.hcl")]; ok {
		kind = resource.Unknown(cty.String, resource.Cause{
			Kind: resource.NotVisible, What: "terragrunt.hcl", Why: "Terragrunt may write the backend, and its files are not read", File: m.provider.Filename, Line: m.provider.Start.Line,
			Settle: "write the backend block into the module, or waive this with what Terragrunt makes of it",
		})
	}
	b.resource(StateBackend, dir, "none", m.provider, map[string]cty.Value{
		"kind": kind, "fixture": cty.BoolVal(forTests(path.Join(dir, "main.tf"))), "client_encrypted": cty.BoolVal(m.encrypted),
		"encrypt": cty.False, "lock": cty.False, "customer_key": cty.False, "insecure": cty.False,
	}, nil)
}

// state adds a state file. One that cannot be looked into is taken for one that holds something.
func (s *backends) state(b *builder, f tree.File) {
	values := map[string]cty.Value{"fixture": cty.BoolVal(forTests(f.Name))}
	text, err := bounded(f, backend.MaxState)
	var state backend.StateFile
	if err == nil {
		state, err = backend.ReadState(text)
	}
	values["encrypted"], values["holds"] = cty.BoolVal(state.Encrypted), cty.BoolVal(state.Holds)
	if err != nil {
		cause := resource.Cause{Kind: resource.NotVisible, What: f.Name, Why: "the file could not be looked into", File: f.Shown, Line: 1, Settle: "take the file out of the repository"}
		values["encrypted"], values["holds"] = resource.Unknown(cty.Bool, cause), resource.Unknown(cty.Bool, cause)
	}
	b.resource(StateFile, f.Name, "", lineOf(f.Shown, 1), values, nil)
}

// bounded reads a file that is no larger than a limit, in bytes.
func bounded(f tree.File, limit int64) ([]byte, error) {
	in, err := f.Open()
	switch {
	case err != nil:
		return nil, err
	case in == nil:
		return nil, errNoFile
	}
	defer func() { _ = in.Close() }() // nothing was written
	text, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(text)) > limit {
		err = errTooLarge
	}
	return text, err
}
