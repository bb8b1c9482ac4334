# METADATA
# title: PHI workloads are segmented from internet-routed subnets
# description: >-
#   A subnet whose route table leads to an internet gateway is public: what lies there needs but a public address and an open
#   port to be reached. Internet gateways belong to the VPCs that are meant for them, and their routes to tables that say so.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
#   - https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route_table
# custom:
#   id: HIPAA-VPC-007
#   severity: high
#   citations: ["164.312(a)(1)", "164.312(e)(1)"]
#   nprm: ["164.312(a)(2)(vi)"]
#   resources:
#     aws_instance: {subnet_id: string}
#     aws_db_instance: &database {db_subnet_group_name: string}
#     aws_rds_cluster: *database
#     aws_route_table: {route: &routes [{gateway_id: string, cidr_block: string, ipv6_cidr_block: string}], tags_all: map(string)}
#   related:
#     subnet:
#       type: aws_subnet
#       on: id = subnet_id
#       related: &routing
#         explicit: {type: aws_route_table_association, on: subnet_id = id, related: &table {table: {type: aws_route_table, on: id = route_table_id, attributes: &leads {route: [{gateway_id: string}]}, related: &added {added: {type: aws_route, on: route_table_id = id, attributes: {gateway_id: string}}}}}}
#         main: {type: aws_main_route_table_association, on: vpc_id = vpc_id, related: *table}
#         adopted: {type: aws_default_route_table, on: default_route_table_id = vpc_id, attributes: *leads, related: *added}
#         added: {type: aws_route, on: route_table_id = vpc_id, attributes: {gateway_id: string}}
#     group: {type: aws_db_subnet_group, on: name = db_subnet_group_name, related: {subnet: {type: aws_subnet, on: id = subnet_ids, related: *routing}}}
#   params:
#     authorised_gateways: {type: bool, default: false, stricter: true, source: "which VPCs may have an internet gateway is for each organisation to say: true asks for a tag that says so"}
#     public_words: {type: [string], default: [public, dmz], unit: words in a tag of what is meant to be public, stricter: fewer}
#   assertions:
#     machine:
#       title: Instances with PHI lie in subnets without a route to an internet gateway
#       reads: [_.subnet]
#     database:
#       title: Databases with PHI lie in subnets without a route to an internet gateway
#       reads: [_.group]
#     marked:
#       title: Route tables of the account with a default route to an internet gateway are marked as public
#       reads: [route, tags_all]
#       severity: medium
#   remediation: >-
#     Move what holds PHI into subnets whose route table leads to a NAT gateway or VPC endpoints, and tag route tables of
#     public subnets as such.
package hipaactl.aws.vpc.segmentation

import data.hipaactl.lib.tag_words

machines := {"aws_instance"}

databases := {"aws_db_instance", "aws_rds_cluster"}

type := input._.type

phi if input._.phi == "yes"

internet(id) if regex.match(`^(igw-|ref:aws_internet_gateway\.)`, id)

# subnets are those that a machine or a database may be in, by path.
subnets[sprintf("_.subnet[%d]", [i])] := subnet if some i, subnet in input._.subnet

subnets[sprintf("_.group[%d]._.subnet[%d]", [i, j])] := subnet if {
	some i, group in input._.group
	some j, subnet in group._.subnet
}

# routes are those of the table that a subnet has, with the paths that say so: the associated
# one, or else the main one of its VPC. That of a new VPC leads nowhere.
routes contains {"gateway": route.gateway_id, "paths": [sprintf("%s.gateway_id", [path])]} if {
	some at, subnet in subnets
	some i, association in subnet._.explicit
	some path, route in leading(association, sprintf("%s._.explicit[%d]", [at, i]))
}

routes contains {"gateway": route.gateway_id, "paths": [sprintf("%s.gateway_id", [path]), sprintf("%s._.explicit", [at])]} if {
	some at, subnet in subnets
	count(subnet._.explicit) == 0
	some i, association in subnet._.main
	some path, route in leading(association, sprintf("%s._.main[%d]", [at, i]))
}

routes contains {"gateway": route.gateway_id, "paths": paths} if {
	some at, subnet in subnets
	count(subnet._.explicit) + count(subnet._.main) == 0
	some path, route in first(subnet, at)
	paths := [sprintf("%s.gateway_id", [path]), sprintf("%s._.explicit", [at]), sprintf("%s._.main", [at])]
}

# leading are the routes of the table of an association.
leading(association, at) := {path: route |
	some i, table in association._.table
	some path, route in held(table, sprintf("%s._.table[%d]", [at, i]))
}

# first are the routes of the table that a VPC comes with.
first(subnet, at) := object.union({path: route |
	some i, table in subnet._.adopted
	some path, route in held(table, sprintf("%s._.adopted[%d]", [at, i]))
}, {path: route |
	some i, route in subnet._.added
	path := sprintf("%s._.added[%d]", [at, i])
})

# held are the routes of a table, inline or of their own.
held(table, at) := object.union({path: route |
	some i, route in table.route
	path := sprintf("%s.route[%d]", [at, i])
}, {path: route |
	some i, route in table._.added
	path := sprintf("%s._.added[%d]", [at, i])
})

assertion := "machine" if type in machines

assertion := "database" if type in databases

deny contains {
	"assertion": assertion,
	"paths": array.concat(["_.phi"], route.paths),
	"message": "it holds PHI and may lie in a subnet that is routed to an internet gateway",
} if {
	phi
	some route in routes
	internet(route.gateway)
}

unknown contains {"assertion": "machine", "paths": ["subnet_id"], "message": "in which subnet the instance lies"} if {
	phi
	type in machines
	object.get(input, "subnet_id", "") == ""
}

unknown contains {"assertion": "database", "paths": ["db_subnet_group_name"], "message": "in which subnets the database lies"} if {
	phi
	type in databases
	object.get(input, "db_subnet_group_name", "") == ""
}

deny contains {
	"assertion": "marked",
	"paths": [sprintf("route[%d].gateway_id", [i]), sprintf("route[%d].%s", [i, destination]), "tags_all"],
	"message": "the table has a default route to an internet gateway, and no tag says that it is public",
} if {
	input._.source == "live"
	some i, route in input.route
	internet(route.gateway_id)
	some destination, cidr in {"cidr_block": "0.0.0.0/0", "ipv6_cidr_block": "::/0"}
	route[destination] == cidr
	not public
}

public if tag_words.any(input, data.params.public_words)

# subject is what each assertion is about.
subject := {"machine": machines, "database": databases, "marked": {"aws_route_table"}}

not_applicable contains {"assertion": name, "paths": [path], "message": "it is about another kind of resource"} if {
	some name, types in subject
	not type in types
	path := attributes[type]
}

# attributes are what each type never has, for what is said of the type alone.
attributes := {
	"aws_instance": "db_subnet_group_name", "aws_db_instance": "subnet_id", "aws_rds_cluster": "subnet_id",
	"aws_route_table": "subnet_id",
}

not_applicable contains {"assertion": assertion, "paths": ["_.phi"], "message": "nothing says that it holds PHI"} if not phi

not_applicable contains {"assertion": "marked", "paths": ["subnet_id"], "message": "only the tables of an account are asked for a mark"} if {
	type == "aws_route_table"
	input._.source != "live"
}
