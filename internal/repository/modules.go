package repository

import (
	"context"
	"net/url"
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// modules is the extractor of the modules that Terraform configuration calls.
// Source: https://developer.hashicorp.com/terraform/language/modules/configuration
type modules struct{}

func (modules) wants(name string) bool {
	return (path.Ext(name) == ".tf" || path.Ext(name) == ".tofu") && !forTests(name)
}

func (modules) types() []string { return []string{Reference} }

func (m modules) read(_ context.Context, d document) contribution {
	file, diags := hclsyntax.ParseConfig(d.text, d.file.Shown, hcl.InitialPos)
	if diags.HasErrors() {
		return func(b *builder) {
			b.gap(d.file, 0, "the file is not valid Terraform configuration", "correct the file", m.types())
		}
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return nil
	}
	var refs references
	for _, block := range body.Blocks {
		source := block.Body.Attributes["source"]
		if block.Type != "module" || source == nil {
			continue
		}
		t := taken{file: d.file, at: source.Range(), kind: "module"}
		text, ok := literalOf(source)
		if !ok {
			t.name = "the source of module " + shown(strings.Join(block.Labels, "."))
			refs.add(t)
			continue
		}
		if strings.HasPrefix(text, "./") || strings.HasPrefix(text, "../") {
			continue
		}
		t.name, t.pin = moduleSource(text)
		if version, has := block.Body.Attributes["version"]; has && t.pin == "none" {
			t.pin = "version"
			if _, ok := literalOf(version); !ok {
				t.pin = ""
			}
		}
		refs.add(t)
	}
	return refs.resources
}

func (modules) finish(*builder) {}

func literalOf(a *hclsyntax.Attribute) (string, bool) {
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() || v.IsNull() || !v.IsKnown() || v.Type().FriendlyName() != "string" {
		return "", false
	}
	return v.AsString(), true
}

// moduleSource tells how far a source says which version it is: of git by ref, of a registry
// by the argument version alone.
// Source: https://developer.hashicorp.com/terraform/language/modules/sources
func moduleSource(text string) (name, pin string) {
	address, query, _ := strings.Cut(text, "?")
	name = strings.TrimPrefix(strings.TrimPrefix(address, "git::"), "hg::")
	if _, rest, ok := strings.Cut(name, "://"); ok {
		name = rest
	}
	name = shown(name)
	git := strings.HasPrefix(address, "git::") || strings.HasPrefix(address, "git@") || strings.HasPrefix(address, "github.com/") || strings.HasPrefix(address, "bitbucket.org/") || strings.HasSuffix(address, ".git")
	if git || strings.HasPrefix(address, "hg::") {
		values, err := url.ParseQuery(query)
		if err != nil {
			return name, ""
		}
		ref := values.Get("ref") + values.Get("rev")
		if ref == "" {
			return name, "branch" // the default one
		}
		return name, pinOf(ref)
	}
	if strings.Contains(address, "://") || strings.HasPrefix(address, "s3::") || strings.HasPrefix(address, "gcs::") {
		return name, "name" // an archive, of which nothing tells whether it changes
	}
	return name, "none"
}
