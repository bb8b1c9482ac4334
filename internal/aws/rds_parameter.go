package aws

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

var (
	describeDBParameterGroups        = operation{service: "rds", name: "DescribeDBParameterGroups"}
	describeDBParameters             = operation{service: "rds", name: "DescribeDBParameters"}
	describeDBClusterParameterGroups = operation{service: "rds", name: "DescribeDBClusterParameterGroups"}
	describeDBClusterParameters      = operation{service: "rds", name: "DescribeDBClusterParameters"}
)

func dbParameterParts() []part {
	return []part{
		{types: []string{"aws_db_parameter_group"}, uses: []operation{describeDBInstances, describeDBParameterGroups, describeDBParameters}, run: readDBParameterGroups},
		{types: []string{"aws_rds_cluster_parameter_group"}, uses: []operation{describeDBClusters, describeDBClusterParameterGroups, describeDBClusterParameters}, run: readDBClusterParameterGroups},
	}
}

// dbParameterGroups are the parameter groups of one kind in a Region.
type dbParameterGroups struct {
	// used are those that a database uses, with the call that showed it. What
	// nothing uses has no effect and is not read.
	used map[string]read
	// about is what their listing says of each; err is why it says nothing.
	about   map[string]attrs
	listing operation
	read    read
	err     error
}

func (g *dbParameterGroups) names() []string { return slices.Sorted(maps.Keys(g.used)) }

// dbParameters are those of one group.
type dbParameters struct {
	all  []types.Parameter
	read read
}

func (s *dbParameters) add(page []types.Parameter, r read) { s.all, s.read = append(s.all, page...), r }

// readDBParameterGroups reads the groups that instances use, the default ones of
// RDS among them.
func readDBParameterGroups(ctx context.Context, p *place) {
	all, err := dbInstances(ctx, p, "rds")
	p.lost(describeDBInstances, "", err)
	g := dbParameterGroups{used: map[string]read{}, about: map[string]attrs{}, listing: describeDBParameterGroups}
	for _, i := range all {
		for _, group := range i.DBParameterGroups {
			g.used[or(group.DBParameterGroupName, "")] = i.read
		}
	}
	if delete(g.used, ""); len(g.used) == 0 {
		return
	}
	client := p.rds()
	g.err = listPages(ctx, p, g.listing, "", rds.NewDescribeDBParameterGroupsPaginator(client, &rds.DescribeDBParameterGroupsInput{}),
		func(page *rds.DescribeDBParameterGroupsOutput, r read) {
			g.read = r
			for _, one := range page.DBParameterGroups {
				g.about[or(one.DBParameterGroupName, "")] = attrs{"family": one.DBParameterGroupFamily, "description": optional(one.Description)}
			}
		})
	forEach(ctx, g.names(), func(ctx context.Context, name string) {
		var found dbParameters
		err := listPages(ctx, p, describeDBParameters, name, rds.NewDescribeDBParametersPaginator(client, &rds.DescribeDBParametersInput{DBParameterGroupName: &name}),
			func(page *rds.DescribeDBParametersOutput, r read) { found.add(page.Parameters, r) })
		p.lostOne(p.begin(describeDBParameters, name), err)
		p.emitDBParameterGroup(item{typ: "aws_db_parameter_group", name: name, arn: p.arn("rds", "pg:"+name)}, g, found, err)
	})
	p.lostOne(p.begin(g.listing, ""), g.err)
}

// readDBClusterParameterGroups reads the groups that clusters use.
func readDBClusterParameterGroups(ctx context.Context, p *place) {
	emitClusterGroups(ctx, p, "rds", "aws_rds_cluster_parameter_group")
}

// clusterGroups is a Region's listing of the parameter groups of clusters.
type clusterGroups struct {
	about map[string]attrs
	read  read
}

// emitClusterGroups enters the groups that a service's clusters use.
func emitClusterGroups(ctx context.Context, p *place, service, typ string) {
	all, err := dbClusters(ctx, p, service)
	p.lost(describeDBClusters, "", err)
	g := dbParameterGroups{used: map[string]read{}, listing: describeDBClusterParameterGroups}
	for _, c := range all {
		g.used[or(c.DBClusterParameterGroup, "")] = c.read
	}
	if delete(g.used, ""); len(g.used) == 0 {
		return
	}
	client := p.rds()
	listed, err := once(p, "rds cluster parameter groups", func() (listed clusterGroups, err error) {
		listed.about = map[string]attrs{}
		err = listPages(ctx, p, g.listing, "", rds.NewDescribeDBClusterParameterGroupsPaginator(client, &rds.DescribeDBClusterParameterGroupsInput{}),
			func(page *rds.DescribeDBClusterParameterGroupsOutput, r read) {
				listed.read = r
				for _, one := range page.DBClusterParameterGroups {
					listed.about[or(one.DBClusterParameterGroupName, "")] = attrs{"family": one.DBParameterGroupFamily, "description": optional(one.Description)}
				}
			})
		return listed, err
	})
	g.about, g.read, g.err = listed.about, listed.read, err
	forEach(ctx, g.names(), func(ctx context.Context, name string) {
		var found dbParameters
		err := listPages(ctx, p, describeDBClusterParameters, name, rds.NewDescribeDBClusterParametersPaginator(client, &rds.DescribeDBClusterParametersInput{DBClusterParameterGroupName: &name}),
			func(page *rds.DescribeDBClusterParametersOutput, r read) { found.add(page.Parameters, r) })
		p.lostOne(p.begin(describeDBClusterParameters, name), err)
		p.emitDBParameterGroup(item{typ: typ, name: name, arn: p.arn("rds", "cluster-pg:"+name)}, g, found, err)
	})
	p.lostOne(p.begin(g.listing, ""), g.err)
}

// emitDBParameterGroup enters a group. A database shows that it exists; what of its listing
// or of its parameters failed is unknown.
func (p *place) emitDBParameterGroup(it item, g dbParameterGroups, found dbParameters, err error) {
	it.read, it.reads = g.used[it.name], map[string]read{}
	it.attrs = attrs{"id": it.name, "name": it.name, "arn": it.arn, "region": p.region, "parameter": parameterBlocks(found.all)}
	if f := asFailure(err); f != nil {
		it.attrs["parameter"] = f
	} else if found.read.call != nil {
		it.reads["parameter"] = found.read
	}
	for _, name := range []string{"family", "description"} {
		it.attrs[name] = missing()
		if about, ok := g.about[it.name]; ok {
			it.attrs[name], it.reads[name] = about[name], g.read
		} else if f := asFailure(g.err); f != nil {
			it.attrs[name] = f
		}
	}
	p.emit(it)
}

// parameterBlocks are the parameters that have a value, set by a person, by RDS or by the
// engine's default, in the order of their names.
func parameterBlocks(all []types.Parameter) []attrs {
	all = slices.DeleteFunc(all, func(x types.Parameter) bool { return x.ParameterValue == nil })
	slices.SortFunc(all, func(a, b types.Parameter) int { return cmp.Compare(or(a.ParameterName, ""), or(b.ParameterName, "")) })
	out := make([]attrs, len(all))
	for i, x := range all {
		out[i] = attrs{"name": x.ParameterName, "value": x.ParameterValue, "apply_method": optional(x.ApplyMethod)}
	}
	return out
}
