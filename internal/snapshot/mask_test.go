package snapshot

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestMask plants a person's number in everything that a snapshot holds of an account.
func TestMask(t *testing.T) {
	const one, two = "123-45-6789", "987-65-4321"
	call := &resource.Call{Operation: "s3:GetBucketTagging", Target: "b-" + one, Account: "111122223333", Time: time.Unix(0, 0), RequestID: one}
	bucket := func(name string) *resource.Resource {
		return &resource.Resource{
			Source: resource.Live, Root: "111122223333/", Address: resource.Address{Type: "aws_s3_bucket", Name: "b-" + name},
			Scope: resource.Scope{AccountKey: "111122223333"}, ARN: "arn:aws:s3:::b-" + name,
			Values: cty.ObjectVal(map[string]cty.Value{
				"bucket": cty.StringVal("b-" + name), "tags_all": cty.MapVal(map[string]cty.Value{name: cty.StringVal("AKIAABCDEFGHIJKLMNOP")}),
				"list": cty.TupleVal([]cty.Value{cty.StringVal(name), cty.True}), "number": cty.NumberIntVal(123456789),
				"hidden": cty.UnknownVal(cty.String).Mark(resource.Cause{Kind: resource.NotVisible, What: name, Why: name, Settle: name}),
			}),
			Reads: map[string]*resource.Call{"": call},
		}
	}
	var b bytes.Buffer
	err := Write(&b, Snapshot{Mask: new(finding.Masker).Mask, Set: resource.Set{
		Resources: []*resource.Resource{bucket(one), bucket(two)}, Calls: []*resource.Call{call}, Notes: []string{one},
		Scopes: []resource.ScopeRead{{Scope: resource.Scope{AccountKey: "111122223333"}}},
		Gaps:   []resource.Gap{{What: one, Why: one, Settle: one, Scope: resource.Scope{AccountKey: "111122223333"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	text := b.String()
	if strings.Contains(text, "6789\"") || strings.Contains(text, "4321") || strings.Contains(text, "AKIA") || !strings.Contains(text, "123456789") {
		t.Errorf("%s", text)
	}
	read, err := Read([]byte(text), "x.json")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, r := range read.Set.Resources {
		name := r.Values.GetAttr("bucket").AsString()
		names[name] = true
		if r.ARN != "arn:aws:s3:::"+name {
			t.Errorf("%s belongs no more to %s", r.ARN, name)
		}
	}
	if len(names) != 2 {
		t.Errorf("two buckets became %v", names)
	}
}
