package aws_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// read are the places that an audit judges, whatever is in them.
func (s sight) read() []string {
	out := []string{}
	for _, scope := range s.Scopes {
		name := strings.TrimPrefix(scope.Root, ownAccount+"/")
		if scope.Partial {
			name += " in part"
		}
		out = append(out, name)
	}
	return out
}

// status are the last words on each place.
func (s sight) status() []string {
	out := []string{}
	for _, a := range s.accounts {
		line := strings.Join(strings.Fields(a.Account+" "+a.Name+" "+a.Region), " ")
		switch {
		case a.Problem != "":
			line += ": " + a.Problem
		case !a.Done:
			line += ": not done"
		}
		out = append(out, line)
	}
	return out
}

func TestRegions(t *testing.T) {
	const denied = "error UnauthorizedOperation"
	all := regionsAnswer("eu-west-1", "us-east-1", "!af-south-1")
	for name, c := range map[string]struct {
		answer         string
		asked          []string
		read, gaps     []string
		status, settle string
	}{
		"all that are enabled": {all, nil, []string{"eu-west-1", "global", "us-east-1"}, nil, "", ""},
		"some":                 {all, []string{"us-east-1"}, []string{"global in part", "us-east-1"}, nil, "", ""},
		"all by name":          {all, []string{"us-east-1", "eu-west-1"}, []string{"eu-west-1", "global", "us-east-1"}, nil, "", ""},
		"one twice":            {all, []string{"us-east-1", "us-east-1"}, []string{"global in part", "us-east-1"}, nil, "", ""},
		"not enabled": {
			all,
			[]string{"us-east-1", "af-south-1"},
			[]string{"global in part", "us-east-1"},
			[]string{"af-south-1 Region af-south-1 of account 123456789012: everything"},
			"123456789012 af-south-1: ec2:DescribeRegions: the Region or the service is not enabled for the account", "enable the Region",
		},
		"unknown": {
			all,
			[]string{"us-esat-1"},
			[]string{"global in part"},
			[]string{"us-esat-1 Region us-esat-1 of account 123456789012: everything"},
			"123456789012 us-esat-1: ec2:DescribeRegions: there is no such Region in this partition", "as AWS does (us-east-1)",
		},
		// Which Regions there are is not known: one is read, and the account may hold more.
		"not listed": {
			denied, nil, []string{"global in part", "us-east-1"}, []string{"other-regions ec2:DescribeRegions (so only us-east-1 was read): aws_default_vpc aws_vpc"}, "", "grant ec2:DescribeRegions",
		},
		// The same, but somebody knows: nothing else is asked for.
		"not listed but named": {denied, []string{"eu-west-1", "us-east-1"}, []string{"eu-west-1", "global in part", "us-east-1"}, []string{"global ec2:DescribeRegions: settled"}, "", "grant ec2:DescribeRegions"},
		"none":                 {"<regionInfo/>", nil, []string{"global"}, nil, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			environment(t)
			f := &fake{answers: answers{"DescribeRegions": c.answer, "DescribeVpcs": "<vpcSet/>", "GetAccountPasswordPolicy": "error NoSuchEntity"}}
			s := audit(t, aws.Options{Wanted: wanted("aws_vpc", "aws_iam_account_password_policy"), Regions: c.asked, HTTPClient: f})
			if diff := cmp.Diff(c.read, s.read()); diff != "" {
				t.Errorf("read (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(append([]string{}, c.gaps...), s.gaps()); diff != "" {
				t.Errorf("gaps (-want +got):\n%s", diff)
			}
			if len(s.Gaps) > 0 && !strings.Contains(s.Gaps[0].Settle, c.settle) {
				t.Error(s.Gaps[0].Settle)
			}
			if c.status != "" && !slices.Contains(s.status(), c.status) {
				t.Errorf("status %q, want %q", s.status(), c.status)
			}
			for _, place := range f.asked {
				if strings.HasPrefix(place, "DescribeVpcs") && !slices.Contains(c.read, strings.TrimPrefix(place, "DescribeVpcs ")) {
					t.Errorf("%s was asked, which is not to be read", place)
				}
			}
		})
	}
}

// A Region that the account has not enabled answers as if the credentials were wrong.
func TestRegionThatKnowsNobody(t *testing.T) {
	f := &fake{answers: answers{"DescribeRegions": "error UnauthorizedOperation", "DescribeVpcs us-east-1": "<vpcSet/>", "DescribeVpcs af-south-1": "error AuthFailure"}}
	s := f.audit(t, []string{"aws_vpc"}, "us-east-1", "af-south-1")
	want := []string{"af-south-1 ec2:DescribeVpcs: aws_default_vpc aws_vpc", "global ec2:DescribeRegions: settled"}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
	if g := s.Gaps[0]; !strings.Contains(g.Settle, "a Region that alone answers so is not enabled") {
		t.Error(g.Settle)
	}
}
