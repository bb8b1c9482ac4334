package aws_test

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	s3ctypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"
	"github.com/google/go-cmp/cmp"
)

func TestAccessPoints(t *testing.T) {
	url := startMoto(t)
	c := s3control.NewFromConfig(seeder(url, ownAccount, "us-east-1"))
	made[*s3control.CreateAccessPointOutput](t)(c.CreateAccessPoint(t.Context(), &s3control.CreateAccessPointInput{
		AccountId: sdk.String(ownAccount), Bucket: sdk.String("records"), Name: sdk.String("research"), VpcConfiguration: &s3ctypes.VpcConfiguration{VpcId: sdk.String("vpc-1")},
	}))
	made[*s3control.CreateAccessPointOutput](t)(c.CreateAccessPoint(t.Context(), &s3control.CreateAccessPointInput{
		AccountId: sdk.String(ownAccount), Bucket: sdk.String("records"), Name: sdk.String("open"), PublicAccessBlockConfiguration: &s3ctypes.PublicAccessBlockConfiguration{
			BlockPublicAcls: sdk.Bool(true), BlockPublicPolicy: sdk.Bool(false), IgnorePublicAcls: sdk.Bool(true), RestrictPublicBuckets: sdk.Bool(true),
		},
	}))
	block := func(policy bool) []any {
		return []any{map[string]any{"block_public_acls": true, "block_public_policy": policy, "ignore_public_acls": true, "restrict_public_buckets": true}}
	}
	auditMoto(t, url, []string{"aws_s3_access_point"}, "us-east-1").check(t, map[string]map[string]any{
		"aws_s3_access_point research": {
			"id": ownAccount + ":research", "bucket": "records", "network_origin": "VPC", "vpc_configuration": []any{map[string]any{"vpc_id": "vpc-1"}}, "public_access_block_configuration": block(true),
		},
		"aws_s3_access_point open": {"network_origin": "Internet", "vpc_configuration": []any{}, "public_access_block_configuration": block(false)},
	})
}

// TestAccessPointsUnanswered answers with a fake: the emulator has no pages and refuses nothing.
func TestAccessPointsUnanswered(t *testing.T) {
	point := func(name string) string {
		return "<AccessPoint><Name>" + name + "</Name><Bucket>records</Bucket></AccessPoint>"
	}
	s := (&fake{answers: answers{
		"ListAccessPoints": func(in ask) string {
			if in.Get("nextToken") == "" {
				return "<ListAccessPointsResult><AccessPointList>" + point("closed") + point("gone") + "</AccessPointList><NextToken>2</NextToken></ListAccessPointsResult>"
			}
			return "<ListAccessPointsResult><AccessPointList>" + point("silent") + "</AccessPointList></ListAccessPointsResult>"
		},
		"GetAccessPoint /v20180820/accesspoint/gone":   "error NoSuchAccessPoint",
		"GetAccessPoint /v20180820/accesspoint/silent": "<GetAccessPointResult><PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration></GetAccessPointResult>",
	}}).audit(t, []string{"aws_s3_access_point"})
	const silent = "unknown: s3:GetAccessPoint"
	s.check(t, map[string]map[string]any{
		"aws_s3_access_point closed": {"public_access_block_configuration": silent + ": access was denied"},
		"aws_s3_access_point silent": {"public_access_block_configuration": []any{map[string]any{
			"block_public_acls": true, "block_public_policy": silent, "ignore_public_acls": silent, "restrict_public_buckets": silent,
		}}},
	})
	if diff := cmp.Diff([]string{"eu-west-1 s3:GetAccessPoint of closed: settled"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
}
