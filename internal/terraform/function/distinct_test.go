package function

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestDistinct: members that cannot become equal stay; where they might, the list is unknown.
func TestDistinct(t *testing.T) {
	token := func(typ, name, attr string, id int) cty.Value {
		ref := resource.Ref{Address: resource.Address{Type: typ, Name: name}, Attr: attr, ID: id}
		return cty.StringVal(ref.Placeholder()).Mark(ref)
	}
	bucket, other := token("aws_s3_bucket", "a", "arn", 1), token("aws_s3_bucket", "b", "arn", 2)
	account := token("account", "", "id", 3)
	for _, test := range []struct {
		name    string
		members []cty.Value
		want    int // members left, -1 for unknown
	}{
		{"two buckets and a marked place", []cty.Value{bucket, other, cty.StringVal("_ARN_"), bucket}, 3},
		{"an account and a bucket", []cty.Value{account, bucket, account}, 2},
		{"a bucket and an ARN that may be its own", []cty.Value{bucket, cty.StringVal("arn:aws:s3:::b")}, -1},
		{"an account and an account id", []cty.Value{account, cty.StringVal("111122223333")}, -1},
		{"ARNs of two types", []cty.Value{bucket, token("aws_secretsmanager_secret", "s", "arn", 4)}, -1},
		{"names", []cty.Value{token("aws_s3_bucket", "a", "id", 5), cty.StringVal("b")}, -1},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := New(Options{})["distinct"].Call([]cty.Value{cty.ListVal(test.members)})
			if err != nil {
				t.Fatal(err)
			}
			bare, _ := got.Unmark()
			switch {
			case !bare.IsKnown() && test.want >= 0, bare.IsKnown() && bare.LengthInt() != test.want:
				t.Errorf("got %#v, want %d members", got, test.want)
			}
		})
	}
}
