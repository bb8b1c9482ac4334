package checks

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// regionalServices are the types, by prefix, whose resources name each other by id or
// name within one region alone. Source: "resources and IDs are tied to the Region",
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html, and the like of
// the other services. What is not listed may be named from any region: buckets, whose
// names are global, what delivers to them (trails), keys, IAM.
var regionalServices = []string{
	"aws_ami", "aws_db_", "aws_default_", "aws_ebs_", "aws_efs_", "aws_eip", "aws_elb", "aws_flow_log", "aws_instance", "aws_launch_",
	"aws_lb", "aws_network_", "aws_rds_cluster", "aws_route_table", "aws_security_group", "aws_snapshot_", "aws_subnet", "aws_volume_",
	"aws_vpc",
	"github_", // where the region is the repository
}

// regional tells whether a type belongs to them.
func regional(typ string) bool {
	return slices.ContainsFunc(regionalServices, func(prefix string) bool { return strings.HasPrefix(typ, prefix) })
}

// oneRegion tells whether the members of a list are in the region of who has the list.
// An ARN may lead to another one.
func oneRegion(rel *relation, mineType string) bool {
	arn := func(s Step) bool { return strings.Contains(s.Name, "arn") }
	return regional(rel.Type) && regional(mineType) && !slices.ContainsFunc(rel.On.Theirs, arn) && !slices.ContainsFunc(rel.On.Mine, arn)
}

// globalNames tells whether a name of the type means the same in every region.
func globalNames(typ string) bool { return strings.HasPrefix(typ, "aws_s3_") }

// meant leaves out, of the live resources that have a spelling of a link's text for a
// name, namesakes in other regions and accounts: an ARN says where what it names is, and
// a name means what is in the region of who says it.
func meant(from *entity, spelling, text string, found []*entity) []*entity {
	if from.Source != resource.Live || strings.HasPrefix(spelling, "arn:") || !slices.ContainsFunc(found, func(e *entity) bool { return !from.means(text, e) }) {
		return found
	}
	var out []*entity
	for _, e := range found {
		if from.means(text, e) {
			out = append(out, e)
		}
	}
	return out
}

func (e *entity) means(text string, other *entity) bool {
	region, account := e.Scope.RegionKey, ""
	if strings.HasPrefix(text, "arn:") {
		parts := strings.SplitN(text, ":", arnParts)
		if len(parts) < arnParts {
			return true
		}
		region, account = parts[arnRegion], parts[arnAccount]
	} else if globalNames(other.Address.Type) {
		return true
	}
	return (region == "" || other.Scope.RegionKey == "" || region == other.Scope.RegionKey) &&
		(account == "" || other.Scope.AccountKey == "" || account == other.Scope.AccountKey)
}
