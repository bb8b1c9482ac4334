package aws_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// refusing lets the roles of some accounts be assumed by nobody: the emulator lets
// everybody assume everything.
type refusing struct {
	sdk.HTTPClient
	accounts []string
}

func (r refusing) Do(q *http.Request) (*http.Response, error) {
	if middleware.GetOperationName(q.Context()) == "AssumeRole" {
		body, err := io.ReadAll(q.Body)
		if err != nil {
			return nil, err
		}
		for _, id := range r.accounts {
			if strings.Contains(string(body), id) {
				return respond(q, "AssumeRole", "error AccessDenied"), nil
			}
		}
		q.Body = io.NopCloser(bytes.NewReader(body))
	}
	return r.HTTPClient.Do(q)
}

// TestAccountsApart shows that accounts and Regions are read each by itself, and that one
// which cannot be read takes nothing from the others.
func TestAccountsApart(t *testing.T) {
	url := startMoto(t)
	environment(t)
	ids := append(awstest.Organization(t, url, ownAccount, 3), ownAccount)
	for i, id := range ids {
		awstest.Fleet(t, url, id, 4, 4, 4)
		made[*iam.UpdateAccountPasswordPolicyOutput](t)(iam.NewFromConfig(seeder(url, id, "us-east-1")).UpdateAccountPasswordPolicy(t.Context(), &iam.UpdateAccountPasswordPolicyInput{MinimumPasswordLength: sdk.Int32(int32(10 + i))}))
	}
	var told []aws.AccountStatus
	s := audit(t, aws.Options{
		Wanted: wanted("aws_s3_bucket", "aws_db_instance", "aws_vpc", "aws_iam_account_password_policy"), Regions: awstest.FleetRegions(), EndpointURL: url,
		Organization: true, RoleName: "audit", HTTPClient: refusing{seeder(url, "", "").HTTPClient, ids[1:2]}, Progress: func(s aws.AccountStatus) { told = append(told, s) },
	})
	got := map[string]int{}
	for _, r := range s.Resources {
		place := r.Scope.AccountKey + " " + r.Scope.RegionKey
		if got[place+" "+r.Address.Type]++; r.Root != strings.TrimSuffix(strings.ReplaceAll(place, " ", "/"), "/")+map[bool]string{true: "/global"}[r.Scope.RegionKey == ""] {
			t.Errorf("%s is in %s, in the scope %s", r.Address, r.Root, place)
		}
		if strings.Contains(r.Address.Name, "fleet-") && r.Address.Type == "aws_s3_bucket" && !strings.Contains(r.Address.Name, r.Scope.AccountKey) {
			t.Errorf("%s was read in account %s", r.Address.Name, r.Scope.AccountKey)
		}
		if r.Address.Type == "aws_iam_account_password_policy" {
			holds(t, r, map[string]any{"minimum_password_length": 10 + slices.Index(ids, r.Scope.AccountKey)})
		}
		if call := r.Reads[""]; call.Account != r.Scope.AccountKey {
			t.Errorf("%s of account %s was read in account %s", r.Address, r.Scope.AccountKey, call.Account)
		}
	}
	want := map[string]int{}
	status := []string{}
	for i, id := range ids {
		name := fmt.Sprintf("clinic-%d", i)
		if id == ownAccount {
			name = "master"
		}
		if i == 1 {
			status = append(status, id+" "+name+": sts:AssumeRole: access was denied (AccessDenied)")
			continue
		}
		want[id+"  aws_iam_account_password_policy"] = 1
		status = append(status, id+" "+name)
		for _, region := range awstest.FleetRegions() {
			want[id+" "+region+" aws_s3_bucket"], want[id+" "+region+" aws_db_instance"], want[id+" "+region+" aws_vpc"] = 1, 1, 1
			status = append(status, id+" "+name+" "+region)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("resources (-want +got):\n%s", diff)
	}
	slices.Sort(status)
	if diff := cmp.Diff(status, s.status()); diff != "" {
		t.Errorf("status (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{ids[1] + "/global account " + ids[1] + ": everything"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
	if g := s.Gaps[0]; g.Scope.AccountKey != ids[1] || !strings.Contains(g.Settle, "trusts the caller") || !strings.Contains(g.Why, "access was denied") {
		t.Errorf("%+v", g)
	}
	last := map[string]aws.AccountStatus{}
	for _, a := range told {
		last[a.Account+" "+a.Region] = a
	}
	for _, a := range s.accounts {
		if last[a.Account+" "+a.Region] != a {
			t.Errorf("the listener heard last %+v, want %+v", last[a.Account+" "+a.Region], a)
		}
	}
}

// membersOf answers AssumeRole with credentials, and ListAccounts with pages.
func membersOf(pages ...string) answers {
	return answers{
		"AssumeRole":               "<Credentials><AccessKeyId>a</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>",
		"ListAccounts":             func(in ask) string { return pages[min(in.n, len(pages)-1)] },
		"GetAccountPasswordPolicy": "error NoSuchEntity",
	}
}

// TestMembersListedInPart shows that the accounts of the pages before a failure are read,
// and that the report does not call itself complete.
func TestMembersListedInPart(t *testing.T) {
	first := `{"NextToken":"2","Accounts":[{"Id":"123456789012","Name":"Main","Status":"ACTIVE"},{"Id":"111111111111","Name":"Clinic","Status":"ACTIVE"}]}`
	second := `{"Accounts":[{"Id":"222222222222","Name":"Lab","Status":"ACTIVE"},{"Id":"333333333333","Status":"SUSPENDED"}]}`
	for name, c := range map[string]struct {
		pages      []string
		only       []string
		status     []string
		gaps       []string
		notes, err string
	}{
		"all": {
			[]string{first, second}, nil, []string{"111111111111 Clinic", "123456789012 Main", "222222222222 Lab"}, nil, "account 333333333333 is suspended: it was not read", "",
		},
		"some": {[]string{first, second}, []string{"222222222222"}, []string{"222222222222 Lab"}, nil, "", ""},
		"second page denied": {
			[]string{first, "error AccessDeniedException"}, nil, []string{"111111111111 Clinic", "123456789012 Main"}, []string{"global organizations:ListAccounts (so not every account was read): settled"}, "", "",
		},
		"perhaps on the second page": {
			[]string{first, "error AccessDeniedException"}, []string{"111111111111", "222222222222"}, []string{"111111111111 Clinic"}, []string{"global organizations:ListAccounts (so not every account was read): settled"}, "", "",
		},
		"only on the second page": {[]string{first, "error AccessDeniedException"}, []string{"222222222222"}, nil, nil, "", "listing the accounts of the organization"},
		"denied":                  {[]string{"error AccessDeniedException"}, nil, nil, nil, "", "grant organizations:ListAccounts"},
		"not there":               {[]string{first, second}, []string{"444444444444"}, nil, nil, "", "--account 444444444444: the organization has no such account"},
	} {
		t.Run(name, func(t *testing.T) {
			environment(t)
			result, err := aws.Audit(context.Background(), aws.Options{
				Wanted: wanted("aws_iam_account_password_policy"), Organization: true, RoleName: "audit", Accounts: c.only, Regions: []string{"eu-west-1"}, HTTPClient: &fake{answers: membersOf(c.pages...)},
			})
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Errorf("%v, want %q", err, c.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			s := sight{result.Set, result.Accounts}
			status := []string{}
			for _, line := range s.status() {
				if !strings.HasSuffix(line, "eu-west-1") {
					status = append(status, line)
				}
			}
			if diff := cmp.Diff(c.status, status); diff != "" {
				t.Errorf("status (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(append([]string{}, c.gaps...), s.gaps()); diff != "" {
				t.Error(diff)
			}
			if got := strings.Join(s.Notes, "; "); got != c.notes {
				t.Errorf("notes %q, want %q", got, c.notes)
			}
		})
	}
}

// TestRoleOfNobody shows what a user reads whose --role-arn cannot be assumed.
func TestRoleOfNobody(t *testing.T) {
	environment(t)
	f := &fake{answers: answers{"AssumeRole": "error AccessDenied"}}
	_, err := aws.Audit(t.Context(), aws.Options{RoleARN: "arn:aws:iam::111111111111:role/audit", ExternalID: "shared-secret", HTTPClient: f})
	var credentials *aws.CredentialsError
	if !errors.As(err, &credentials) || !strings.Contains(err.Error(), "assuming the role arn:aws:iam::111111111111:role/audit: access was denied") || strings.Contains(err.Error(), "shared-secret") {
		t.Error(err)
	}
	if !strings.Contains(f.sent["AssumeRole"], "ExternalId=shared-secret") || f.calls["GetCallerIdentity"] > 0 {
		t.Errorf("sent %s, then %v", f.sent["AssumeRole"], f.calls)
	}
}
