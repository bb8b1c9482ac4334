package planjson_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

type attrs = map[string]cty.Value

func obj(a attrs) cty.Value { return cty.ObjectVal(a) }

// keyRef is how the configuration refers to the key.
var keyRef = resource.Ref{Address: resource.Address{Type: "aws_kms_key", Name: "k"}, Attr: "arn", ID: 1}

var token = cty.StringVal(keyRef.Placeholder()).Mark(keyRef)

// planOf is a plan that creates one resource without saying what is configured.
func planOf(typ, after, unknown string) string {
	return change(`{"address":"` + typ + `.x","mode":"managed","type":"` + typ + `","name":"x",
		"change":{"actions":["create"],"after":` + after + `,"after_unknown":` + unknown + `}}`)
}

func TestJoin(t *testing.T) {
	notGiven := resource.Cause{Kind: resource.NotGiven, What: "var.key", Why: "no value"}
	tests := map[string]struct {
		plan string
		code attrs
		want string
	}{
		"an unknown leaf is taken from the configuration": {
			planOf("aws_ebs_volume", `{"encrypted":true}`, `{"kms_key_id":true}`),
			attrs{"encrypted": cty.False, "kms_key_id": token},
			"  encrypted = true\n  kms_key_id = \"<aws_kms_key.k.arn>\"\n",
		},
		"what the configuration omits is its default": {
			planOf("aws_ebs_volume", `{}`, `{"kms_key_id":true,"encrypted":true}`),
			attrs{"encrypted": cty.False},
			"  encrypted = false\n",
		},
		"what neither knows has the configuration's cause": {
			planOf("aws_ebs_volume", `{"encrypted":true}`, `{"kms_key_id":true}`),
			attrs{"kms_key_id": resource.Unknown(cty.String, notGiven)},
			"  encrypted = true\n  kms_key_id = (unknown: var.key no value)\n",
		},
		"the members of a set are paired by what both know": {
			planOf("aws_instance", `{"ebs_block_device":[{"device_name":"a"},{"device_name":"b","encrypted":true}]}`,
				`{"ebs_block_device":[{"encrypted":true,"kms_key_id":true},{"kms_key_id":true}]}`),
			attrs{"ebs_block_device": cty.TupleVal([]cty.Value{
				obj(attrs{"device_name": cty.StringVal("b"), "kms_key_id": token}), obj(attrs{"device_name": cty.StringVal("a"), "encrypted": cty.False}),
			})},
			"  ebs_block_device = [{device_name: \"a\", encrypted: false}, {device_name: \"b\", encrypted: true, kms_key_id: \"<aws_kms_key.k.arn>\"}]\n",
		},
		"blocks that the plan leaves open": {
			planOf("aws_security_group", `{}`, `{"ingress":true}`),
			attrs{"ingress": cty.TupleVal([]cty.Value{obj(attrs{"protocol": cty.StringVal("tcp")})})},
			"  ingress = [{protocol: \"tcp\"}]\n",
		},
		"blocks that are not there": {
			planOf("aws_security_group", `{}`, `{"ingress":true}`), attrs{}, "",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			code := &resource.Resource{Values: obj(tt.code), Location: resource.Location{Range: hcl.Range{Filename: "main.tf"}}}
			set, err := planjson.Read([]byte(tt.plan), planjson.Options{
				Name: "plan.json", Wanted: wanted, Source: func(string) *resource.Resource { return code },
			})
			if err != nil {
				t.Fatal(err)
			}
			set.Resources[0].Address = resource.Address{}
			if got, want := dump(set), " (plan, account 1, region \"\")\n"+tt.want; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if at := set.Resources[0].Location.Range.Filename; at != "main.tf" {
				t.Errorf("the resource is at %q, want the place in the configuration", at)
			}
		})
	}
}

func TestJoinDecidesInlineBlocks(t *testing.T) {
	plan := planOf("aws_s3_bucket", `{"bucket":"b"}`, `{"versioning":true,"logging":true}`)
	bucket := &resource.Resource{Values: obj(attrs{"bucket": cty.StringVal("b")})}
	versioning := &resource.Resource{Values: obj(attrs{
		"versioning_configuration": cty.TupleVal([]cty.Value{obj(attrs{"status": cty.StringVal("Enabled")})}),
	})}
	set, err := planjson.Read([]byte(plan), planjson.Options{
		Name: "plan.json", Wanted: wanted, Source: func(address string) *resource.Resource {
			return map[string]*resource.Resource{"aws_s3_bucket.x": bucket, "aws_s3_bucket_versioning.x.versioning[0]": versioning}[address]
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `aws_s3_bucket.x (plan, account 1, region "")
  bucket = "b"
aws_s3_bucket_versioning.x.versioning[0] in aws_s3_bucket.x (plan, account 1, region "")
  bucket = "b" from aws_s3_bucket.x.id
  versioning_configuration = [{status: "Enabled"}]
`
	if got := dump(set); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPlaceOfAnInstanceThatOnlyThePlanKnows(t *testing.T) {
	plan := change(`{"address":"aws_ebs_volume.v[\"a\"]","mode":"managed","type":"aws_ebs_volume","name":"v","change":{"actions":["create"],"after":{"encrypted":true}}}`)
	all := &resource.Resource{Values: obj(attrs{"encrypted": cty.False}), Location: resource.Location{Range: hcl.Range{Filename: "main.tf"}}}
	set, err := planjson.Read([]byte(plan), planjson.Options{
		Name: "plan.json", Wanted: wanted, Source: func(address string) *resource.Resource {
			return map[string]*resource.Resource{"aws_ebs_volume.v[*]": all}[address]
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	r := set.Resources[0]
	if r.Location.Range.Filename != "main.tf" || !r.Values.GetAttr("encrypted").RawEquals(cty.True) {
		t.Errorf("got %s at %s", show(r.Values), r.Location.Range.Filename)
	}
}
