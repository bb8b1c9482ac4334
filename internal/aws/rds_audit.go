package aws

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

var describeOptionGroups = operation{service: "rds", name: "DescribeOptionGroups"}

func dbAuditParts() []part {
	return []part{
		{types: []string{"aws_db_option_group"}, uses: []operation{describeOptionGroups}, run: readOptionGroups},
		{types: []string{"aws_rds_cluster_activity_stream"}, uses: []operation{describeDBClusters, describeDBInstances}, run: readActivityStreams},
	}
}

func readOptionGroups(ctx context.Context, p *place) {
	list(ctx, p, describeOptionGroups, rds.NewDescribeOptionGroupsPaginator(p.rds(), &rds.DescribeOptionGroupsInput{}), func(page *rds.DescribeOptionGroupsOutput, r read) {
		for _, g := range page.OptionGroupsList {
			options := make([]attrs, len(g.Options))
			for i, o := range g.Options {
				options[i] = attrs{"option_name": o.OptionName, "option_settings": optionSettings(o)}
			}
			p.emit(item{typ: "aws_db_option_group", name: or(g.OptionGroupName, ""), arn: or(g.OptionGroupArn, ""), read: r, attrs: attrs{
				"id": g.OptionGroupName, "name": g.OptionGroupName, "arn": g.OptionGroupArn, "engine_name": optional(g.EngineName),
				"major_engine_version": optional(g.MajorEngineVersion), "option": options, "region": p.region,
			}})
		}
	})
}

// optionSettings are those of an option that audits. The values of others are not taken,
// as some are passwords.
func optionSettings(o types.Option) []attrs {
	out := []attrs{}
	for _, s := range o.OptionSettings {
		setting := attrs{"name": s.Name, "value": nil}
		if strings.Contains(or(o.OptionName, ""), "AUDIT") {
			setting["value"] = optional(s.Value)
		}
		out = append(out, setting)
	}
	return out
}

// readActivityStreams enters the streams of clusters and of the instances that have one of
// their own, those of Oracle and SQL Server.
func readActivityStreams(ctx context.Context, p *place) {
	clusters, err := dbClusters(ctx, p, "rds")
	p.lost(describeDBClusters, "", err)
	for _, c := range clusters {
		p.stream(or(c.DBClusterArn, ""), c.ActivityStreamStatus, c.ActivityStreamMode, c.ActivityStreamKmsKeyId, c.read)
	}
	instances, err := dbInstances(ctx, p, "rds")
	p.lost(describeDBInstances, "", err)
	for _, i := range instances {
		p.stream(or(i.DBInstanceArn, ""), i.ActivityStreamStatus, i.ActivityStreamMode, i.ActivityStreamKmsKeyId, i.read)
	}
}

func (p *place) stream(arn string, status types.ActivityStreamStatus, mode types.ActivityStreamMode, key *string, r read) {
	if status != types.ActivityStreamStatusStarted && status != types.ActivityStreamStatusStarting {
		return
	}
	p.emit(item{typ: "aws_rds_cluster_activity_stream", name: arn, read: r, attrs: attrs{
		"id": arn, "resource_arn": arn, "mode": mode, "kms_key_id": optional(key), "region": p.region,
	}})
}
