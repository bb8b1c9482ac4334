package aws

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go/middleware"
)

func TestDefects(t *testing.T) {
	vpcs, keys, queues := operation{service: "ec2", name: "DescribeVpcs"}, operation{service: "kms", name: "ListKeys"}, operation{service: "sqs", name: "ListQueues"}
	for name, tt := range map[string]struct {
		err  error
		want bool
	}{
		"no answer":                      {defect[ec2.DescribeVpcsOutput](vpcs, nil), true},
		"XML without its list":           {defect(vpcs, &ec2.DescribeVpcsOutput{}), true},
		"an empty list":                  {defect(vpcs, &ec2.DescribeVpcsOutput{Vpcs: []ec2types.Vpc{}}), false},
		"no list of several":             {defect(operation{service: "iam"}, &iam.GetAccountAuthorizationDetailsOutput{}), true},
		"no map":                         {defect(operation{service: "iam"}, &iam.GetAccountSummaryOutput{}), true},
		"bytes are no list":              {defect(operation{service: "iam"}, &iam.GetCredentialReportOutput{}), false},
		"JSON that always has a list":    {defect(keys, &kms.ListKeysOutput{}), true},
		"JSON that may leave it out":     {defect(queues, &sqs.ListQueuesOutput{}), false},
		"more, and no place to go on":    {lastPage(&iam.GetAccountAuthorizationDetailsOutput{IsTruncated: true}), true},
		"the last page":                  {lastPage(&iam.GetAccountAuthorizationDetailsOutput{}), false},
		"a listing that does not say so": {lastPage(&ec2.DescribeVpcsOutput{}), false},
	} {
		if got := tt.err != nil; got != tt.want {
			t.Errorf("%s: %v", name, tt.err)
		}
	}
}

func TestSamePage(t *testing.T) {
	page := func(token string, ids ...string) *ec2.DescribeVpcsOutput {
		out := &ec2.DescribeVpcsOutput{NextToken: sdk.String(token), Vpcs: []ec2types.Vpc{}}
		out.ResultMetadata.Set("request", &middleware.Metadata{}) // each call's own
		for _, id := range ids {
			out.Vpcs = append(out.Vpcs, ec2types.Vpc{VpcId: sdk.String(id)})
		}
		return out
	}
	if !samePage(page("more", "vpc-1"), page("more", "vpc-1")) {
		t.Error("a page that comes again is not recognised")
	}
	for _, next := range []*ec2.DescribeVpcsOutput{page("more", "vpc-2"), page("other", "vpc-1"), page("other")} {
		if samePage(page("more", "vpc-1"), next) || samePage(nil, next) {
			t.Errorf("%v is taken for the page before", next)
		}
	}
}
