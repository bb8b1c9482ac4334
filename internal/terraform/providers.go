package terraform

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// providerConfig is what a provider block decides about the resources under it.
type providerConfig struct {
	scope resource.Scope
	// defaultTags is the map of default_tags, NilVal where there is none.
	defaultTags cty.Value
}

// accountArguments tell one account's provider configuration from another's: of AWS, and of
// GitHub, whose accounts are owners (https://github.com/integrations/terraform-provider-github/blob/main/docs/index.md).
var accountArguments = []string{
	"profile", "access_key", "shared_credentials_files", "shared_config_files", "allowed_account_ids",
	"owner", "organization", "base_url",
}

// providerOf is the configuration under which a resource stands.
func (in *instance) providerOf(b *block) *providerConfig {
	local, _, _ := strings.Cut(b.typ, "_")
	alias := ""
	if a, ok := b.body.attr("provider"); ok {
		local, alias = providerName(a)
	}
	return in.provider(local, alias)
}

// providerName reads aws or aws.west.
func providerName(a argument) (local, alias string) {
	if ref, ok := a.expr.(*reference); ok {
		local = ref.Traversal.RootName()
		if len(ref.Traversal) > 1 {
			alias = attrName(ref.Traversal[1])
		}
		return local, alias
	}
	text := literalKey(a.expr)
	local, alias, _ = strings.Cut(text, ".")
	return local, alias
}

// provider finds a configuration in this module, or where the call passes it
// from, or, for one without alias, in the calling modules.
func (in *instance) provider(local, alias string) *providerConfig {
	name := local
	if alias != "" {
		name += "." + alias
	}
	if p, ok := in.providers[name]; ok {
		return p
	}
	p := in.findProvider(local, alias, name)
	if in.providers == nil {
		in.providers = map[string]*providerConfig{}
	}
	in.providers[name] = p
	return p
}

func (in *instance) findProvider(local, alias, name string) *providerConfig {
	for _, b := range in.mod.providers {
		if b.name == local && aliasOf(b.body) == alias {
			return in.configure(b)
		}
	}
	if in.args == nil {
		return &providerConfig{scope: resource.Scope{AccountKey: name}}
	}
	caller := in.args.scope.in
	if a, ok := in.args.body.attr("providers"); ok {
		if passed, ok := newJSONBody(a.expr, a.rng); ok {
			if outer, ok := passed.attr(name); ok {
				return caller.provider(providerName(outer))
			}
		}
	}
	return caller.provider(local, alias)
}

func (in *instance) configure(b *block) *providerConfig {
	p := &providerConfig{defaultTags: cty.NilVal}
	account := []string{b.name}
	for _, arg := range accountArguments {
		if a, ok := b.body.attr(arg); ok {
			account = append(account, arg+"="+in.identify(a))
		}
	}
	for _, role := range b.body.nested("assume_role") {
		if a, ok := role.body.attr("role_arn"); ok {
			account = append(account, "role="+in.identify(a))
		}
	}
	p.scope.AccountKey = b.name
	if len(account) == 1 {
		return p.regionAndTags(in, b)
	}
	// An access key id is compared, not kept.
	sum := sha256.Sum256([]byte(strings.Join(account, "\x00")))
	p.scope.AccountKey = hex.EncodeToString(sum[:8])
	return p.regionAndTags(in, b)
}

func (p *providerConfig) regionAndTags(in *instance, b *block) *providerConfig {
	if a, ok := b.body.attr("region"); ok {
		p.scope.RegionKey, p.scope.Region = in.base.regionOf(a)
	}
	for _, tags := range b.body.nested("default_tags") {
		if a, ok := tags.body.attr("tags"); ok {
			p.defaultTags = in.base.eval(a.expr)
		}
	}
	return p
}

// identify is a text that is equal for equal configurations: the value, or the
// source where that is not known.
func (in *instance) identify(a argument) string {
	v, _ := in.base.eval(a.expr).UnmarkDeep()
	if v.IsWhollyKnown() && !v.IsNull() && v.Type() == cty.String && !resource.HasPlaceholder(v.AsString()) {
		return "v:" + v.AsString()
	}
	return "s:" + in.path + in.mod.sourceText(a.expr.Range())
}

// regionOf is a region's key and, where it is known, its name.
func (s *scope) regionOf(a argument) (key, name string) {
	v, _ := s.eval(a.expr).Unmark()
	if v.IsKnown() && !v.IsNull() && v.Type() == cty.String && !resource.HasPlaceholder(v.AsString()) {
		return "v:" + v.AsString(), v.AsString()
	}
	if id := s.origin(a.expr, 0); id != "" {
		return "o:" + id, ""
	}
	return "s:" + s.in.path + s.in.mod.sourceText(a.expr.Range()), ""
}

// scopeOfResource is the account and region of a resource. Since version 6 of the
// AWS provider a resource may name its region itself.
func (ri *resourceInstance) scopeOfResource() resource.Scope {
	sc := ri.scope.in.providerOf(ri.of.blk).scope
	if a, ok := ri.of.blk.body.attr("region"); ok && strings.HasPrefix(ri.of.blk.typ, "aws_") {
		if v, _ := ri.scope.eval(a.expr).Unmark(); !v.IsKnown() || !v.IsNull() {
			sc.RegionKey, sc.Region = ri.scope.regionOf(a)
		}
	}
	return sc
}

// location is where a block stands, and the calls that lead there.
func (in *instance) location(b *block) resource.Location {
	return resource.Location{Range: b.rng, Callers: append([]hcl.Range(nil), in.callers...), Downloaded: in.downloaded}
}
