package function

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// TestReplaceAround: a text may be searched beside an unseen identity where no
// possible identity changes what is found.
func TestReplaceAround(t *testing.T) {
	account := resource.Ref{Address: resource.Address{Type: "account"}, Attr: "id", ID: 1}
	role := resource.Ref{Address: resource.Address{Type: "aws_iam_role", Name: "r"}, Attr: "arn", ID: 2}
	text := func(ref resource.Ref, before, after string) cty.Value {
		return cty.StringVal(before + ref.Placeholder() + after).Mark(ref)
	}
	for _, test := range []struct {
		name  string
		text  cty.Value
		part  string
		known bool
	}{
		{"a name in capitals", text(account, "_BUCKET_ARN_ ", " _BUCKET_ARN_"), "_BUCKET_ARN_", true},
		{"not there at all", text(account, "a", "b"), "_X_", true},
		{"may begin inside the identity", text(account, "a", "b"), "1_X_", false},
		{"may run into the identity", text(account, "a _", "_"), "_1_", false},
		{"an identity that may hold anything", text(role, "_X_", ""), "_X_", false},
		{"a regular expression", text(account, "_X_", ""), "/_X_/", false},
		{"nothing", text(account, "_X_", ""), "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := New(Options{})["replace"].Call([]cty.Value{test.text, cty.StringVal(test.part), cty.StringVal("new")})
			if err != nil {
				t.Fatal(err)
			}
			if got.IsKnown() != test.known {
				t.Errorf("known is %v, want %v: %#v", got.IsKnown(), test.known, got)
			}
		})
	}
}
