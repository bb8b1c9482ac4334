package aws

import (
	"context"
	"slices"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/service/redshift"
	"github.com/aws/aws-sdk-go-v2/service/redshift/types"
)

// The actions have the operations' names.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshift.html
var (
	describeWarehouses         = operation{service: "redshift", name: "DescribeClusters"}
	describeWarehouseLogging   = operation{service: "redshift", name: "DescribeLoggingStatus", absent: []string{"ClusterNotFound"}}
	describeWarehouseGroups    = operation{service: "redshift", name: "DescribeClusterParameterGroups"}
	describeWarehouseParameter = operation{service: "redshift", name: "DescribeClusterParameters"}
)

func redshiftParts() []part {
	return slices.Concat([]part{
		{types: []string{"aws_redshift_cluster"}, uses: []operation{describeWarehouses}, run: readWarehouses},
		{types: []string{"aws_redshift_logging"}, uses: []operation{describeWarehouses, describeWarehouseLogging}, run: readWarehouseLogging},
		{
			types: []string{"aws_redshift_parameter_group"},
			uses:  []operation{describeWarehouses, describeWarehouseGroups, describeWarehouseParameter}, run: readWarehouseGroups,
		},
	}, redshiftServerlessParts())
}

func (p *place) redshift() *redshift.Client { return redshift.NewFromConfig(p.config()) }

// warehouse is a cluster of Redshift and the call that showed it.
type warehouse struct {
	types.Cluster
	read read
}

// warehouses lists the clusters of Redshift in a Region once; what failed is a gap of the part.
func warehouses(ctx context.Context, p *place) []warehouse {
	all, err := once(p, "redshift clusters", func() (all []warehouse, err error) {
		err = listPages(ctx, p, describeWarehouses, "", redshift.NewDescribeClustersPaginator(p.redshift(), &redshift.DescribeClustersInput{}),
			func(page *redshift.DescribeClustersOutput, r read) {
				for _, c := range page.Clusters {
					all = append(all, warehouse{c, r})
				}
			})
		return all, err
	})
	p.lost(describeWarehouses, "", err)
	return all
}

func readWarehouses(ctx context.Context, p *place) {
	for _, c := range warehouses(ctx, p) {
		id := or(c.ClusterIdentifier, "")
		p.emit(item{typ: "aws_redshift_cluster", name: id, arn: p.arn("redshift", "cluster:"+id), read: c.read, attrs: p.warehouseAttrs(c.Cluster)})
	}
}

func (p *place) warehouseAttrs(c types.Cluster) attrs {
	id := or(c.ClusterIdentifier, "")
	a := attrs{
		"id": c.ClusterIdentifier, "cluster_identifier": c.ClusterIdentifier, "arn": p.arn("redshift", "cluster:"+id),
		"node_type": optional(c.NodeType), "number_of_nodes": optional(c.NumberOfNodes), "database_name": optional(c.DBName), "cluster_version": optional(c.ClusterVersion),
		"encrypted": missing(), "kms_key_id": optional(c.KmsKeyId), "publicly_accessible": c.PubliclyAccessible, "enhanced_vpc_routing": c.EnhancedVpcRouting,
		"allow_version_upgrade": c.AllowVersionUpgrade, "preferred_maintenance_window": optional(c.PreferredMaintenanceWindow),
		"automated_snapshot_retention_period": c.AutomatedSnapshotRetentionPeriod, "cluster_parameter_group_name": missing(),
		"cluster_subnet_group_name": optional(c.ClusterSubnetGroupName), "vpc_security_group_ids": warehouseFirewalls(c.VpcSecurityGroups),
		"tags_all": tagsOf(c.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }), "region": p.region,
	}
	if c.Encrypted != nil { // the provider has it as a text, so as to tell false from omitted
		a["encrypted"] = strconv.FormatBool(*c.Encrypted)
	}
	if len(c.ClusterParameterGroups) > 0 {
		a["cluster_parameter_group_name"] = c.ClusterParameterGroups[0].ParameterGroupName
	}
	if c.Endpoint != nil {
		a["dns_name"] = optional(c.Endpoint.Address)
	}
	return a
}

func warehouseFirewalls(all []types.VpcSecurityGroupMembership) []string {
	ids := []string{}
	for _, g := range all {
		if g.VpcSecurityGroupId != nil {
			ids = append(ids, *g.VpcSecurityGroupId)
		}
	}
	return texts(ids)
}

// readWarehouseLogging asks cluster by cluster: their listing does not tell.
func readWarehouseLogging(ctx context.Context, p *place) {
	forEach(ctx, warehouses(ctx, p), func(ctx context.Context, c warehouse) {
		id := or(c.ClusterIdentifier, "")
		out, r, err := get(ctx, p, describeWarehouseLogging, id, p.redshift().DescribeLoggingStatus, &redshift.DescribeLoggingStatusInput{ClusterIdentifier: &id})
		switch {
		case err != nil:
		case out.LoggingEnabled == nil:
			err = &failure{op: describeWarehouseLogging, kind: "unreadable"}
		case !*out.LoggingEnabled:
			return
		}
		p.companion(item{typ: "aws_redshift_logging", name: id, read: r}, err, attrs{"id": id, "cluster_identifier": id, "region": p.region}, func() attrs {
			return attrs{
				"bucket_name": optional(out.BucketName), "s3_key_prefix": optional(out.S3KeyPrefix),
				"log_destination_type": optional(out.LogDestinationType), "log_exports": texts(out.LogExports),
			}
		})
	})
}

// readWarehouseGroups reads the parameter groups that clusters use, the default ones among
// them. What nothing uses has no effect.
func readWarehouseGroups(ctx context.Context, p *place) {
	used := map[string]read{}
	var names []string
	for _, c := range warehouses(ctx, p) {
		for _, g := range c.ClusterParameterGroups {
			if name := or(g.ParameterGroupName, ""); name != "" && !slices.Contains(names, name) {
				names, used[name] = append(names, name), c.read
			}
		}
	}
	if len(names) == 0 {
		return
	}
	families, listed, err := warehouseFamilies(ctx, p)
	p.lostOne(p.begin(describeWarehouseGroups, ""), err)
	forEach(ctx, names, func(ctx context.Context, name string) {
		it := item{typ: "aws_redshift_parameter_group", name: name, arn: p.arn("redshift", "parametergroup:"+name), read: used[name], reads: map[string]read{}}
		it.attrs = attrs{"id": name, "name": name, "arn": it.arn, "region": p.region, "family": missing()}
		if family, ok := families[name]; ok {
			it.attrs["family"], it.reads["family"] = family, listed
		} else if f := asFailure(err); f != nil {
			it.attrs["family"] = f
		}
		it.attrs["parameter"], it.reads["parameter"] = warehouseParameters(ctx, p, name)
		p.emit(it)
	})
}

// warehouseFamilies are those of all parameter groups by name.
func warehouseFamilies(ctx context.Context, p *place) (families map[string]*string, listed read, err error) {
	families = map[string]*string{}
	err = listPages(ctx, p, describeWarehouseGroups, "", redshift.NewDescribeClusterParameterGroupsPaginator(p.redshift(), &redshift.DescribeClusterParameterGroupsInput{}),
		func(page *redshift.DescribeClusterParameterGroupsOutput, r read) {
			listed = r
			for _, g := range page.ParameterGroups {
				families[or(g.ParameterGroupName, "")] = g.ParameterGroupFamily
			}
		})
	return families, listed, err
}

// warehouseParameters are the parameters of a group that have a value, defaults included.
func warehouseParameters(ctx context.Context, p *place, name string) (any, read) {
	blocks, of := []attrs{}, p.begin(describeWarehouseParameter, name)
	err := listPages(ctx, p, describeWarehouseParameter, name, redshift.NewDescribeClusterParametersPaginator(p.redshift(), &redshift.DescribeClusterParametersInput{ParameterGroupName: &name}),
		func(page *redshift.DescribeClusterParametersOutput, r read) {
			of = r
			for _, x := range page.Parameters {
				if x.ParameterValue != nil {
					blocks = append(blocks, attrs{"name": x.ParameterName, "value": x.ParameterValue})
				}
			}
		})
	if f := asFailure(err); f != nil {
		p.lostOne(of, f)
		return f, of
	}
	return blocks, of
}
