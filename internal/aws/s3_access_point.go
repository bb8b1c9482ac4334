package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	"github.com/aws/aws-sdk-go-v2/service/s3control/types"
)

// An access point that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
var (
	listAccessPoints = operation{service: "s3", name: "ListAccessPoints"}
	getAccessPoint   = operation{service: "s3", name: "GetAccessPoint", absent: []string{"NoSuchAccessPoint"}}
)

// accessPointPart reads the access points of a Region, of which the listing does not say what they block.
func accessPointPart() part {
	return part{types: []string{"aws_s3_access_point"}, uses: []operation{listAccessPoints, getAccessPoint}, run: func(ctx context.Context, p *place) {
		client := s3control.NewFromConfig(p.config())
		pages := s3control.NewListAccessPointsPaginator(client, &s3control.ListAccessPointsInput{AccountId: &p.account.id, MaxResults: 1000})
		all, err := everything(ctx, p, listAccessPoints, pages, func(o *s3control.ListAccessPointsOutput) []types.AccessPoint { return o.AccessPointList })
		p.lost(listAccessPoints, "", err)
		forEach(ctx, all, func(ctx context.Context, f found[types.AccessPoint]) { readAccessPoint(ctx, p, client, f) })
	}}
}

func readAccessPoint(ctx context.Context, p *place, client *s3control.Client, f found[types.AccessPoint]) {
	name := or(f.one.Name, "")
	network := []attrs{}
	if v := f.one.VpcConfiguration; v != nil && or(v.VpcId, "") != "" {
		network = append(network, attrs{"vpc_id": v.VpcId})
	}
	it := item{typ: "aws_s3_access_point", name: name, arn: or(f.one.AccessPointArn, ""), read: f.read, attrs: attrs{
		"id": p.account.id + ":" + name, "name": f.one.Name, "arn": f.one.AccessPointArn, "alias": optional(f.one.Alias), "bucket": f.one.Bucket,
		"account_id": p.account.id, "network_origin": f.one.NetworkOrigin, "vpc_configuration": network, "region": p.region,
	}}
	out, r, err := get(ctx, p, getAccessPoint, name, client.GetAccessPoint, &s3control.GetAccessPointInput{AccountId: &p.account.id, Name: sdk.String(name)})
	if isAbsent(err) {
		return
	}
	it.reads = map[string]read{"public_access_block_configuration": r}
	switch failure := asFailure(err); {
	case failure != nil:
		p.lostOne(r, failure)
		it.attrs["public_access_block_configuration"] = failure
	case out.PublicAccessBlockConfiguration == nil:
		it.attrs["public_access_block_configuration"] = missing()
	default:
		c := out.PublicAccessBlockConfiguration
		it.attrs["public_access_block_configuration"] = []attrs{{
			"block_public_acls": c.BlockPublicAcls, "block_public_policy": c.BlockPublicPolicy,
			"ignore_public_acls": c.IgnorePublicAcls, "restrict_public_buckets": c.RestrictPublicBuckets,
		}}
	}
	p.emit(it)
}
