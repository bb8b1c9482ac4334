package planjson

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// accountArguments tell one account's provider configuration from another's.
var accountArguments = []string{
	"profile", "access_key", "shared_credentials_files", "shared_config_files", "allowed_account_ids", "assume_role", "assume_role_with_web_identity",
}

// provider is the provider configuration of an instance and its key.
func (r *reader) provider(p *planned) (providerConfig, string) {
	if p.config == nil || r.doc.Configuration == nil {
		return providerConfig{}, ""
	}
	key := p.config.ProviderConfigKey
	for {
		if c, ok := r.doc.Configuration.ProviderConfig[key]; ok {
			return c, key
		}
		// A module inherits what its callers configure: m.n:aws, m:aws, aws.
		module, name, ok := strings.Cut(key, ":")
		if !ok {
			return providerConfig{}, key
		}
		if i := strings.LastIndex(module, "."); i >= 0 {
			key = module[:i] + ":" + name
		} else {
			key = name
		}
	}
}

// scopeOf is the account and region of an instance, compared as configuration.
func (r *reader) scopeOf(p *planned) resource.Scope {
	c, key := r.provider(p)
	account := []string{r.opts.Root, c.Name}
	for _, arg := range accountArguments {
		if raw, ok := c.Expressions[arg]; ok {
			account = append(account, arg+"="+compact(raw))
		}
	}
	// An access key id is compared, not kept.
	sum := sha256.Sum256([]byte(strings.Join(account, "\x00")))
	out := resource.Scope{AccountKey: hex.EncodeToString(sum[:8]), Account: r.accounts[key]}
	out.RegionKey, out.Region = r.region(c.Expressions["region"])
	if p.expression("region").form == written {
		out.RegionKey, out.Region = r.region(p.config.Expressions["region"])
	}
	if region, ok := p.text("region"); ok && out.Region == "" {
		out.Region = region
		if p.config == nil || p.expression("region").form == written {
			out.RegionKey = "v:" + region
		}
	}
	return out
}

// region is the key of a region's expression and, where it is known, its name.
func (r *reader) region(raw json.RawMessage) (key, name string) {
	if len(raw) == 0 {
		return "", ""
	}
	if fields, ok := decodeValue(raw).(map[string]any); ok {
		if text, ok := fields["constant_value"].(string); ok {
			return "v:" + text, text
		}
	}
	if refs := parseExpression(raw).refs; len(refs) == 1 {
		if text, ok := r.variable(refs[0]).(string); ok {
			return "v:" + text, text
		}
	}
	return "s:" + compact(raw), ""
}

// variable is the value that the plan was made with for var.x of the root module.
func (r *reader) variable(ref string) any {
	var v struct {
		Value json.RawMessage `json:"value"`
	}
	name, ok := strings.CutPrefix(ref, "var.")
	if !ok || r.doc.Configuration == nil || r.doc.Configuration.RootModule.Variables[name].Sensitive {
		return nil
	}
	if json.Unmarshal(r.doc.Variables[name], &v) != nil {
		return nil
	}
	return decodeValue(v.Value)
}

// findAccounts notes the account ids that aws_caller_identity has found.
func (r *reader) findAccounts() {
	if r.doc.PriorState == nil || r.doc.PriorState.Values == nil {
		return
	}
	for _, raw := range r.doc.PriorState.Values.RootModule.Resources {
		var in instance
		if json.Unmarshal(raw, &in) != nil || in.Mode != "data" || in.Type != "aws_caller_identity" {
			continue
		}
		config := r.configs["data."+in.Type+"."+in.Name]
		if id, ok := decodeValue(in.Values["account_id"]).(string); ok && config != nil {
			_, key := r.provider(&planned{config: config})
			r.accounts[key] = id
		}
	}
}

// allTags are the tags over the provider's default_tags. A provider fills
// tags_all itself; where the plan leaves it open it is computed from its parts.
func (r *reader) allTags(p *planned, tags cty.Value) cty.Value {
	n := p.attribute("tags_all", tagShape)
	if n.unknown != true && n.value != nil {
		return r.value(p, n)
	}
	defaults := r.defaultTags(p)
	switch {
	case tags == cty.NilVal && defaults == cty.NilVal:
		return cty.NilVal
	case defaults == cty.NilVal:
		return tags
	case tags == cty.NilVal:
		return defaults
	}
	base, baseMarks := defaults.Unmark()
	over, overMarks := tags.Unmark()
	if !base.IsKnown() || !over.IsKnown() {
		return cty.UnknownVal(cty.Map(cty.String)).WithMarks(baseMarks, overMarks)
	}
	merged := base.AsValueMap()
	if merged == nil {
		merged = map[string]cty.Value{}
	}
	for name, v := range over.AsValueMap() {
		merged[name] = v
	}
	return cty.ObjectVal(merged).WithMarks(baseMarks, overMarks)
}

// defaultTags are those of the instance's provider, unknown where the plan does
// not tell them, cty.NilVal where there are none.
func (r *reader) defaultTags(p *planned) cty.Value {
	c, _ := r.provider(p)
	_, tagged := p.after["tags_all"]
	if !tagged && at(p.unknown, "tags_all") == nil {
		return cty.NilVal // the type has no tags
	}
	e := parseExpression(c.Expressions["default_tags"])
	if len(e.blocks) == 0 {
		return cty.NilVal
	}
	raw := e.blocks[0]["tags"]
	if fields, ok := decodeValue(raw).(map[string]any); ok {
		if constant, ok := fields["constant_value"].(map[string]any); ok {
			return r.value(p, node{value: constant, shape: tagShape, path: "tags_all", expression: expression{form: written}})
		}
	}
	if parseExpression(raw).form == omitted {
		return cty.NilVal
	}
	return r.afterApply(p, node{path: "tags_all", shape: tagShape})
}

// providerMajor is the major version that the AWS provider's constraint names, if
// it names one: ~> 5.0, 5.31.0.
func (c *configuration) providerMajor() int {
	for _, p := range c.ProviderConfig {
		if p.Name != "aws" || strings.Contains(p.VersionConstraint, ",") {
			continue
		}
		constraint := strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(p.VersionConstraint), "~>"), " =")
		first, _, _ := strings.Cut(constraint, ".")
		if major, err := strconv.Atoi(first); err == nil {
			return major
		}
	}
	return 0
}

// compact is JSON without its spaces, to compare with.
func compact(raw json.RawMessage) string {
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil {
		return string(raw)
	}
	return b.String()
}
