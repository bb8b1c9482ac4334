package provider_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

var open = resource.Open{Cause: notGiven}

func TestCompanions(t *testing.T) {
	type companion struct {
		typ, target string
		values      cty.Value
		steps       []any
		undecided   int
	}
	tests := map[string]struct {
		typ  string
		in   attrs
		want []companion
	}{
		"nothing old": {"aws_s3_bucket", attrs{"bucket": str("b"), "versioning": cty.EmptyTupleVal, "policy": cty.NullVal(cty.String)}, nil},
		"versioning": {"aws_s3_bucket", attrs{"versioning": blocks(obj(attrs{"enabled": cty.True}))}, []companion{{
			"aws_s3_bucket_versioning", "bucket",
			obj(attrs{"versioning_configuration": blocks(obj(attrs{"status": str("Enabled"), "mfa_delete": str("Disabled")}))}),
			[]any{"versioning", 0},
			0,
		}}},
		"unknown versioning": {"aws_s3_bucket", attrs{"versioning": blocks(obj(attrs{"enabled": unknown(cty.Bool)}))}, []companion{{
			"aws_s3_bucket_versioning", "bucket",
			obj(attrs{"versioning_configuration": blocks(obj(attrs{"status": unknown(cty.String), "mfa_delete": str("Disabled")}))}),
			[]any{"versioning", 0},
			0,
		}}},
		"dynamic versioning": {"aws_s3_bucket", attrs{"versioning": blocks(obj(attrs{"enabled": cty.False})).Mark(open)}, []companion{{
			"aws_s3_bucket_versioning", "bucket",
			obj(attrs{"versioning_configuration": blocks(obj(attrs{"status": str("Suspended"), "mfa_delete": str("Disabled")})).Mark(open)}),
			[]any{"versioning", 0},
			1,
		}}},
		"open and empty": {"aws_s3_bucket", attrs{"logging": cty.EmptyTupleVal.Mark(open)}, []companion{{
			"aws_s3_bucket_logging", "bucket",
			obj(attrs{"target_bucket": cty.DynamicVal.Mark(notGiven), "target_prefix": cty.DynamicVal.Mark(notGiven)}),
			[]any{"logging", 0},
			1,
		}}},
		"unseen block": {"aws_s3_bucket", attrs{"logging": unknown(cty.DynamicPseudoType)}, []companion{{
			"aws_s3_bucket_logging", "bucket",
			obj(attrs{"target_bucket": cty.DynamicVal.Mark(notGiven), "target_prefix": cty.DynamicVal.Mark(notGiven)}),
			[]any{"logging", 0},
			1,
		}}},
		"grants": {"aws_s3_bucket", attrs{"grant": blocks(obj(attrs{"type": str("Group"), "permissions": blocks(str("READ"), str("WRITE"))}))}, []companion{{
			"aws_s3_bucket_acl", "bucket",
			obj(attrs{"access_control_policy": blocks(obj(attrs{"grant": blocks(
				obj(attrs{"grantee": blocks(obj(attrs{"type": str("Group")})), "permission": str("READ")}),
				obj(attrs{"grantee": blocks(obj(attrs{"type": str("Group")})), "permission": str("WRITE")}),
			)}))}),
			[]any{"grant", 0},
			0,
		}}},
		"lock with its default": {"aws_s3_bucket", attrs{"object_lock_configuration": blocks(obj(nil))}, []companion{{
			"aws_s3_bucket_object_lock_configuration", "bucket",
			obj(attrs{"object_lock_enabled": str("Enabled")}),
			[]any{"object_lock_configuration", 0},
			0,
		}}},
		"lifecycle": {"aws_s3_bucket", attrs{"lifecycle_rule": blocks(obj(attrs{
			"enabled": str("true"), "prefix": str("tmp/"), "expiration": blocks(obj(attrs{"days": num(30)})),
			"abort_incomplete_multipart_upload_days": num(7), "noncurrent_version_expiration": blocks(obj(attrs{"days": num(1)})),
		}))}, []companion{{
			"aws_s3_bucket_lifecycle_configuration", "bucket",
			obj(attrs{"rule": blocks(obj(attrs{
				"status": str("Enabled"), "filter": blocks(obj(attrs{"prefix": str("tmp/")})), "expiration": blocks(obj(attrs{"days": num(30)})),
				"abort_incomplete_multipart_upload": blocks(obj(attrs{"days_after_initiation": num(7)})),
				"noncurrent_version_expiration":     blocks(obj(attrs{"noncurrent_days": num(1)})),
			}))}),
			[]any{"lifecycle_rule", 0},
			0,
		}}},
		"logging that is on": {"aws_redshift_cluster", attrs{"logging": blocks(obj(attrs{"enable": str("true"), "bucket_name": str("b")}))}, []companion{{
			"aws_redshift_logging", "cluster_identifier", obj(attrs{"bucket_name": str("b")}), []any{"logging", 0}, 0,
		}}},
		"logging that is off": {"aws_redshift_cluster", attrs{"logging": blocks(obj(attrs{"enable": cty.False, "bucket_name": str("b")}))}, nil},
		"logging that may be": {"aws_redshift_cluster", attrs{"logging": blocks(obj(attrs{"enable": unknown(cty.Bool), "bucket_name": str("b")}))}, []companion{{
			"aws_redshift_logging", "cluster_identifier", obj(attrs{"bucket_name": str("b")}), []any{"logging", 0}, 1,
		}}},
		"one of each": {"aws_iam_role", attrs{
			"inline_policy":       blocks(obj(attrs{"policy": str("{}")}), obj(attrs{"policy": unknown(cty.String)})),
			"managed_policy_arns": cty.SetVal([]cty.Value{str("arn:aws:iam::aws:policy/AdministratorAccess")}).Mark(resource.Sensitive{}),
		}, []companion{
			{"aws_iam_role_policy", "role", obj(attrs{"policy": str("{}")}), []any{"inline_policy", 0}, 0},
			{"aws_iam_role_policy", "role", obj(attrs{"policy": unknown(cty.String)}), []any{"inline_policy", 1}, 0},
			{
				"aws_iam_role_policy_attachment", "role",
				obj(attrs{"policy_arn": str("arn:aws:iam::aws:policy/AdministratorAccess")}).Mark(resource.Sensitive{}),
				[]any{"managed_policy_arns", 0},
				0,
			},
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			rest, got := provider.Normalize(tt.typ, obj(tt.in), all, provider.Version{})
			if len(got) != len(tt.want) {
				t.Fatalf("%d companions, want %d", len(got), len(tt.want))
			}
			for i, c := range got {
				want := tt.want[i]
				if c.Type != want.typ || c.Target != want.target || len(c.Existence) != want.undecided {
					t.Errorf("got %s by %s, %d conditions; want %s by %s, %d", c.Type, c.Target, len(c.Existence), want.typ, want.target, want.undecided)
				}
				if !c.Values.RawEquals(want.values) {
					t.Errorf("values are %#v\nwant %#v", c.Values, want.values)
				}
				if diff := cmp.Diff(want.steps, c.Steps); diff != "" {
					t.Error(diff)
				}
				if rest.Type().HasAttribute(c.Steps[0].(string)) {
					t.Errorf("%s is still in its holder", c.Steps[0])
				}
			}
		})
	}
}

// places answers with the path itself as the file name.
type places struct{}

func (places) Locate(steps []any) hcl.Range {
	name := ""
	for _, s := range steps {
		switch s := s.(type) {
		case int:
			name += "[" + string(rune('0'+s)) + "]"
		case string:
			name += "." + s
		}
	}
	return hcl.Range{Filename: name}
}

func TestCompanionAsAResource(t *testing.T) {
	holder := &resource.Resource{
		Root: "envs/dev", Source: resource.Code, Locate: places{},
		Address:   resource.Address{Module: "module.m", Type: "aws_s3_bucket", Name: "b", Key: "[0]"},
		Existence: []resource.Condition{{ID: "count"}},
	}
	_, companions := provider.Normalize("aws_s3_bucket", obj(attrs{
		"versioning":     blocks(obj(attrs{"enabled": cty.True})).Mark(open),
		"lifecycle_rule": blocks(obj(attrs{"enabled": cty.True})),
		"logging":        blocks(obj(attrs{"target_bucket": str("logs")})),
	}), all, provider.Version{})
	got := map[string]*resource.Resource{}
	for _, c := range companions {
		r := c.Resource(holder, str("the-bucket"))
		got[r.Address.Type] = r
		if r.InlineOf != holder.Address || r.Root != holder.Root || !r.Values.GetAttr("bucket").RawEquals(str("the-bucket")) {
			t.Errorf("%s does not belong to its holder: %+v", r.Address, r)
		}
	}
	versioning := got["aws_s3_bucket_versioning"]
	if got, want := versioning.Address.String(), "module.m.aws_s3_bucket_versioning.b.versioning[0][0]"; got != want {
		t.Errorf("address is %s, want %s", got, want)
	}
	if got := versioning.Existence; len(got) != 2 || got[0].ID != "count" || got[1].ID != "module.m.aws_s3_bucket.b[0].versioning[0]" || got[1].Cause != notGiven {
		t.Errorf("conditions are %+v", got)
	}
	for _, tt := range []struct {
		typ   string
		steps []any
		want  string
	}{
		{"aws_s3_bucket_versioning", []any{"versioning_configuration", 0, "status"}, ".versioning[0].enabled"},
		{"aws_s3_bucket_versioning", []any{"bucket"}, ".versioning[0]"},
		{"aws_s3_bucket_lifecycle_configuration", []any{"rule", 0, "filter", 0, "prefix"}, ".lifecycle_rule[0].prefix"},
		{"aws_s3_bucket_lifecycle_configuration", []any{"rule", 0, "expiration", 0, "days"}, ".lifecycle_rule[0].expiration[0].days"},
		{"aws_s3_bucket_logging", []any{"target_bucket"}, ".logging[0].target_bucket"},
		{"aws_s3_bucket_logging", nil, ".logging[0]"},
	} {
		if at := got[tt.typ].Locate.Locate(tt.steps).Filename; at != tt.want {
			t.Errorf("%v of %s is at %s, want %s", tt.steps, tt.typ, at, tt.want)
		}
	}
}
