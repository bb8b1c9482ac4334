package aws_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// TestShards shows that the parts of an organization are read once each, and by nobody twice.
func TestShards(t *testing.T) {
	var all []string
	var list strings.Builder
	for i := range 40 {
		id := fmt.Sprintf("%012d", 111111111111+i*7)
		all = append(all, id)
		fmt.Fprintf(&list, `,{"Id":%q,"Status":"ACTIVE"}`, id)
	}
	page := `{"Accounts":[` + list.String()[1:] + `]}`
	for _, of := range []int{1, 3, 8} {
		var read []string
		for i := range of {
			environment(t)
			result, err := aws.Audit(context.Background(), aws.Options{
				Wanted: wanted("aws_iam_account_password_policy"), Organization: true, RoleName: "audit", Shard: aws.Shard{Index: i, Of: of},
				Regions: []string{"eu-west-1"}, HTTPClient: &fake{answers: membersOf(page)},
			})
			if err != nil {
				t.Fatal(err)
			}
			before := len(read)
			for _, s := range result.Set.Scopes {
				if s.Scope.Region == "" {
					read = append(read, s.Scope.Account)
				}
			}
			if len(read) == before {
				t.Errorf("part %d of %d is empty", i, of)
			}
			if n := len(read) - before; of > 1 && !slices.ContainsFunc(result.Set.Notes, func(note string) bool {
				return strings.HasPrefix(note, fmt.Sprintf("part %d/%d of the organization: %d of 40 active accounts", i, of, n))
			}) {
				t.Errorf("notes %v do not tell of the %d accounts", result.Set.Notes, n)
			}
		}
		slices.Sort(read)
		if !slices.Equal(read, all) {
			t.Errorf("%d parts read %v, want each account once", of, read)
		}
	}
}

func TestParseShard(t *testing.T) {
	if s, err := aws.ParseShard("3/8"); err != nil || s != (aws.Shard{Index: 3, Of: 8}) {
		t.Error(s, err)
	}
	for _, text := range []string{"", "3", "8/8", "9/8", "-1/8", "1/0", "a/b", "1/2/3", "1/1000000", " 1/2"} {
		if s, err := aws.ParseShard(text); err == nil {
			t.Errorf("%q is %v", text, s)
		}
	}
}
