package checks_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// A list that reads nothing of its members tells whether there is one, and one that holds
// PHI; how many there are makes neither the input larger nor the finding another one.
func TestAlikeMembersAreShownOnce(t *testing.T) {
	p := one(t, custom(`
resources: {aws_iam_policy: {}}
related: {stores: {type: aws_s3_bucket, on: account}}
`, `
deny contains {"paths": [path], "message": "the account holds PHI"} if {
	some i, store in input._.stores
	store._.phi == "yes"
	path := sprintf("_.stores[%d]._.phi", [i])
}
not_applicable contains {"paths": ["_.stores"], "message": "nothing is stored"} if count(input._.stores) == 0`))
	may := func(name, why string) *resource.Resource {
		r := res("aws_s3_bucket", name, values{}, phi(resource.PHIUnknown))
		r.PHI.Causes = []resource.Cause{cause(why)}
		return r
	}
	plain := func(n int, edits ...func(*resource.Resource)) (out []*resource.Resource) {
		for i := range n {
			out = append(out, res("aws_s3_bucket", fmt.Sprintf("b%03d", i), values{}, edits...))
		}
		return out
	}
	tests := map[string]struct {
		stores []*resource.Resource
		want   finding.Status
		paths  []string
		causes []resource.Cause
	}{
		"none":              {want: finding.NotApplicable, paths: []string{"_.stores"}},
		"many, none marked": {stores: plain(50), want: finding.Pass},
		"many, all marked":  {stores: plain(50, phi(resource.PHIYes)), want: finding.Fail, paths: []string{"_.stores[0]._.phi"}},
		"the last is marked": {
			stores: append(plain(50), res("aws_s3_bucket", "z", values{}, phi(resource.PHIYes))), want: finding.Fail, paths: []string{"_.stores[1]._.phi"},
		},
		"two may be marked": {
			stores: append(plain(50), may("y", "var.one"), may("z", "var.two")), want: finding.Unknown, causes: []resource.Cause{cause("var.one"), cause("var.two")},
		},
		"marked, if it exists": {
			stores: append(plain(2), res("aws_s3_bucket", "z", values{}, phi(resource.PHIYes), exists("count"))), want: finding.Unknown,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			set := &resource.Set{Resources: append([]*resource.Resource{res("aws_iam_policy", "p", values{})}, tt.stores...)}
			found := judge(t, p, set, checks.EvalOptions{WholeAccount: true})
			if len(found) != 1 || found[0].Status != tt.want {
				t.Fatalf("want %s%s", tt.want, describe(found))
			}
			if tt.paths != nil && !slices.Equal(found[0].Paths, tt.paths) {
				t.Errorf("paths %v, want %v", found[0].Paths, tt.paths)
			}
			if tt.causes != nil && !slices.Equal(found[0].Causes, tt.causes) {
				t.Errorf("causes %v, want %v", found[0].Causes, tt.causes)
			}
		})
	}
}
