package planjson

import (
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// unseen is a value that the plan leaves to apply.
//
// What the configuration omits is left out, so that it takes the provider's
// default as in configuration. What is a reference to one resource's identity is
// that reference. Everything else is unknown, with the resources that it may come from.
func (r *reader) unseen(p *planned, n node) cty.Value {
	switch n.expression.form {
	case omitted:
		// An argument always shows in the configuration of a plan, a dynamic block never.
		if !n.shape.Block() || !dynamic[n.path] && r.source(p) == nil {
			return cty.NilVal
		}
		return resource.Unknown(typeOf(n.shape), r.cause(p, n, resource.AfterApply,
			"the plan does not tell whether it is configured in a dynamic block", "scan the configuration with the plan (--source)"))
	case written:
		found := r.resolve(p, n.expression.refs)
		if !texts[p.address.Type+"."+n.path] {
			if v := r.reference(found, n); v != cty.NilVal {
				return v
			}
		}
		out := r.afterApply(p, n)
		for _, ref := range found.provenance() {
			out = out.Mark(ref)
		}
		return out
	case unclear:
	}
	return r.afterApply(p, n)
}

func (r *reader) afterApply(p *planned, n node) cty.Value {
	return resource.Unknown(typeOf(n.shape), r.cause(p, n, resource.AfterApply,
		"known only after apply", "scan the configuration with the plan (--source), or a plan made after apply"))
}

// dynamic are the blocks that a plan may show as wholly unknown both when they are
// omitted and when a dynamic block makes them of an unknown list, and whose absence
// would be good news. The configuration in a plan leaves dynamic blocks out.
var dynamic = map[string]bool{"ingress": true, "egress": true, "ebs_block_device": true}

// typeOf is the type that an unknown of the shape has.
func typeOf(s *resource.Shape) cty.Type {
	if s != nil {
		switch s.Kind {
		case resource.Bool:
			return cty.Bool
		case resource.Number:
			return cty.Number
		case resource.String, resource.Document, resource.Examined:
			return cty.String
		case resource.Any, resource.List, resource.Map, resource.Object:
		}
	}
	return cty.DynamicPseudoType
}

// reference is the value of an expression that is nothing but one reference;
// cty.NilVal where it is not, or where it does not name anything.
func (r *reader) reference(found *resolution, n node) cty.Value {
	ref := found.exact
	if ref == nil || n.expression.part || n.shape != nil && n.shape.Kind == resource.Document {
		return cty.NilVal
	}
	if token, ok := tokenData[ref.Address.Type][ref.Attr]; ok && ref.Address.Data {
		return r.token(token)
	}
	if ref.Address.Data || ref.Attr == "" {
		return cty.NilVal
	}
	return r.attributeOf(ref.Address, ref.Attr, n.depth+1)
}

// texts are attributes in which an identity stands among other text that policies read. A
// plan tells which references an expression holds, and not what is around them: elsewhere
// that is next to nothing, such as the ":*" behind the ARN of a log group.
var texts = map[string]bool{
	"aws_api_gateway_rest_api.body":                             true,
	"aws_apigatewayv2_api.body":                                 true,
	"aws_cloudwatch_composite_alarm.alarm_rule":                 true,
	"aws_cloudwatch_event_rule.event_pattern":                   true,
	"aws_cloudwatch_log_account_policy.policy_document":         true,
	"aws_cloudwatch_log_data_protection_policy.policy_document": true,
	"aws_cloudwatch_log_metric_filter.pattern":                  true,
	"aws_emr_security_configuration.configuration":              true,
	"aws_wafv2_web_acl.rule_json":                               true,
	"github_repository_file.content":                            true,
}

// identities are lists whose members are the identities of other resources with
// nothing around them. In other lists a member may be text that holds an identity,
// such as the objects of a bucket.
var identities = map[string]bool{
	"aws_backup_selection.resources":   true,
	"aws_iam_role.managed_policy_arns": true,
}

// nameMembers gives the unknown members of a list the references of its expression,
// one each. Which is which does not matter: such a list is a set.
func (r *reader) nameMembers(p *planned, n node, members []cty.Value) {
	if !identities[p.address.Type+"."+n.path] || n.expression.form != written {
		return
	}
	var unseen []int
	for i, m := range members {
		if !known(m) {
			unseen = append(unseen, i)
		}
	}
	each := r.resolve(p, n.expression.refs).each
	if len(each) != len(unseen) {
		return
	}
	for k, i := range unseen {
		one := r.reference(&resolution{exact: &each[k]}, node{})
		if one != cty.NilVal {
			members[i] = one
		}
	}
}

// attributeOf is what a reference to an attribute of a managed resource gives:
// the value configured there, an identity, or the documented default.
func (r *reader) attributeOf(address resource.Address, attr string, depth int) cty.Value {
	identity := resource.IdentityOf(address.Type)
	target := r.instances[address.String()]
	if target == nil || depth > maxDepth {
		if identity.Names(attr) {
			return r.token(resource.Ref{Address: address, Attr: attr})
		}
		return cty.NilVal
	}
	n := target.attribute(attr, nil)
	n.depth = depth
	if identity.Names(attr) {
		if literal, ok := target.literal(attr); ok {
			return cty.StringVal(literal).Mark(resource.Ref{Address: address, Attr: attr, Literal: literal})
		}
		if n.expression.form == written {
			if passed := r.reference(r.resolve(target, n.expression.refs), n); passed != cty.NilVal {
				return passed
			}
		}
		return r.token(resource.Ref{Address: address, Attr: attr})
	}
	if v := r.value(target, n); v != cty.NilVal {
		return v
	}
	known := func(name string) cty.Value { return r.value(target, target.attribute(name, nil)) }
	if v, ok := provider.Default(address.Type, attr, known, r.opts.Version); ok {
		return v
	}
	return cty.NilVal
}

// literal is the text that an identifying attribute has or will have.
func (p *planned) literal(attr string) (string, bool) {
	if text, ok := p.text(attr); ok {
		return text, true
	}
	if from, ok := resource.IdentityOf(p.address.Type).Literal[attr]; ok {
		return p.text(from)
	}
	return "", false
}

// text is a known and not sensitive string among the instance's attributes.
func (p *planned) text(attr string) (string, bool) {
	text, ok := decodeValue(p.after[attr]).(string)
	return text, ok && text != "" && !marked(at(p.unknown, attr)) && !marked(at(p.sensitive, attr))
}

// refKey identifies a token.
type refKey struct {
	address resource.Address
	attr    string
}

// firstToken keeps the tokens of a plan apart from those of a configuration that
// is joined with it.
const firstToken = 1_000_000

// token is the placeholder of an identity that only apply fills.
func (r *reader) token(ref resource.Ref) cty.Value {
	key := refKey{ref.Address, ref.Attr}
	if _, ok := r.refs[key]; !ok {
		r.refs[key] = firstToken + len(r.refs)
	}
	ref.ID, ref.Literal = r.refs[key], ""
	return cty.StringVal(ref.Placeholder()).Mark(ref)
}

// tokenData are the data sources that answer who and where Terraform runs.
// Source: their pages in the AWS provider's documentation.
var tokenData = map[string]map[string]resource.Ref{
	"aws_caller_identity":   {"account_id": scopeRef("account", "id"), "id": scopeRef("account", "id")},
	"aws_canonical_user_id": {"id": scopeRef("account", "canonical_user_id")},
	"aws_partition": {
		"partition": scopeRef("partition", "name"), "id": scopeRef("partition", "name"), "dns_suffix": scopeRef("partition", "dns_suffix"),
	},
	"aws_region": {"name": scopeRef("region", "name"), "id": scopeRef("region", "name"), "region": scopeRef("region", "name")},
}

func scopeRef(typ, attr string) resource.Ref {
	return resource.Ref{Address: resource.Address{Type: typ}, Attr: attr}
}
