package terraform

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/iampolicy"
)

// tokenData are the data sources that answer who and where Terraform runs. Their
// attributes are tokens, written ref:account.id and so on for policies.
// Source: the data sources' pages in the AWS provider's documentation.
var tokenData = map[string]map[string]resource.Ref{
	"aws_caller_identity": {
		"account_id": scopeRef("account", "id"), "id": scopeRef("account", "id"),
		"arn": scopeRef("account", "caller_arn"), "user_id": scopeRef("account", "caller_id"),
	},
	"aws_region": {
		"name": scopeRef("region", "name"), "id": scopeRef("region", "name"), "region": scopeRef("region", "name"),
	},
	"aws_partition": {
		"partition": scopeRef("partition", "name"), "id": scopeRef("partition", "name"),
		"dns_suffix": scopeRef("partition", "dns_suffix"),
	},
	"aws_canonical_user_id": {"id": scopeRef("account", "canonical_user_id")},
}

func scopeRef(typ, attr string) resource.Ref {
	return resource.Ref{Address: resource.Address{Type: typ}, Attr: attr}
}

// namingAttrs are the attributes of a data source that identify what it found.
var namingAttrs = []string{"id", "arn", "name", "bucket", "key_id"}

// dataAttr is an attribute of a data source. Only what needs no provider is known.
func (ri *resourceInstance) dataAttr(name, what string) cty.Value {
	r := ri.scope.in.root
	typ := ri.of.blk.typ
	if ref, ok := tokenData[typ][name]; ok {
		return r.token(ref.Address, ref.Attr)
	}
	if typ == "aws_iam_policy_document" && (name == "json" || name == "minified_json") {
		return ri.policyDocument(what)
	}
	if typ == "aws_s3_bucket" && (name == "id" || name == "bucket") {
		if v, ok := ri.configured("bucket", nil); ok && v.IsWhollyKnown() {
			return v
		}
	}
	v := r.unknown(cty.DynamicPseudoType, resource.Cause{
		Kind: resource.AfterApply, What: what, Why: "a data source is read only when Terraform runs", Settle: "scan a plan",
	}.At(ri.of.blk.rng))
	if slices.Contains(namingAttrs, name) {
		v = v.Mark(resource.Ref{Address: ri.address, Attr: name})
	}
	return v
}

func (ri *resourceInstance) policyDocument(what string) cty.Value {
	v, err := iampolicy.Document(ri.scope.object(ri.of.blk.body, nil))
	if err != nil {
		return ri.scope.in.root.unknown(cty.String, resource.Cause{
			Kind: resource.NotEvaluated, What: what, Why: err.Error(), Settle: "correct the document",
		}.At(ri.of.blk.rng))
	}
	if !v.IsKnown() {
		ri.scope.in.root.trail = append(ri.scope.in.root.trail, causesIn(v)...)
	}
	return v
}
