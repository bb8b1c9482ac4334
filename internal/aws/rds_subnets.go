package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/rds"
)

var describeDBSubnetGroups = operation{service: "rds", name: "DescribeDBSubnetGroups"}

// readDBSubnetGroups reads in which subnets databases may lie. Tags are not read: they would
// cost a call for each group.
func readDBSubnetGroups(ctx context.Context, p *place) {
	list(ctx, p, describeDBSubnetGroups, rds.NewDescribeDBSubnetGroupsPaginator(p.rds(), &rds.DescribeDBSubnetGroupsInput{}), func(page *rds.DescribeDBSubnetGroupsOutput, r read) {
		for _, g := range page.DBSubnetGroups {
			subnets := missing() // there are two at least
			if len(g.Subnets) > 0 {
				ids := make([]string, 0, len(g.Subnets))
				for _, s := range g.Subnets {
					ids = append(ids, or(s.SubnetIdentifier, ""))
				}
				subnets = texts(ids)
			}
			p.emit(item{typ: "aws_db_subnet_group", name: or(g.DBSubnetGroupName, ""), arn: or(g.DBSubnetGroupArn, ""), read: r, attrs: attrs{
				"id": g.DBSubnetGroupName, "name": g.DBSubnetGroupName, "arn": g.DBSubnetGroupArn, "vpc_id": optional(g.VpcId), "subnet_ids": subnets, "region": p.region,
			}})
		}
	})
}
