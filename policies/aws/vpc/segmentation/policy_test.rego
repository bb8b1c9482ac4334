package hipaactl.aws.vpc.segmentation_test

import data.hipaactl.aws.vpc.segmentation as policy
import data.hipaactl.aws.vpc.segmentation_gateway as gateways

denied := {d.assertion | some d in policy.deny}

subnet(attributes) := object.union({"_": {"explicit": [], "main": [], "adopted": [], "added": []}}, {"_": attributes})

table(gateway) := {"route": [{"gateway_id": gateway}], "_": {"added": []}}

associated(held) := {"_": {"table": [held]}}

instance(phi, of) := {"_": {"type": "aws_instance", "phi": phi, "source": "code", "subnet": [of], "group": []}, "subnet_id": "subnet-1"}

database(of) := {"_": {"type": "aws_db_instance", "phi": "yes", "source": "code", "subnet": [], "group": [{"_": {"subnet": of}}]}, "db_subnet_group_name": "x"}

igw := "ref:aws_internet_gateway.id"

test_explicit_table if {
	denied == {"machine"} with input as instance("yes", subnet({"explicit": [associated(table(igw))]}))
	denied == {"machine"} with input as instance("yes", subnet({"explicit": [associated({"route": [], "_": {"added": [{"gateway_id": "igw-1"}]}})]}))
	every gateway in ["local", "vgw-1", "ref:aws_vpn_gateway.id", ""] {
		denied == set() with input as instance("yes", subnet({"explicit": [associated(table(gateway))]}))
	}
}

test_main_table if {
	denied == {"machine"} with input as instance("yes", subnet({"main": [associated(table(igw))]}))
	denied == set() with input as instance("yes", subnet({"explicit": [associated(table("local"))], "main": [associated(table(igw))]}))
}

test_table_of_the_vpc if {
	denied == {"machine"} with input as instance("yes", subnet({"adopted": [table(igw)]}))
	denied == {"machine"} with input as instance("yes", subnet({"added": [{"gateway_id": igw}]}))
	denied == set() with input as instance("yes", subnet({"main": [associated(table("local"))], "added": [{"gateway_id": igw}]}))
	denied == set() with input as instance("yes", subnet({}))
}

test_database if {
	denied == set() with input as database([subnet({})])
	denied == {"database"} with input as database([subnet({}), subnet({"explicit": [associated(table(igw))]})])
}

test_without_phi if {
	open := instance("unmarked", subnet({"explicit": [associated(table(igw))]}))
	denied == set() with input as open
	"machine" in {n.assertion | some n in policy.not_applicable} with input as open
}

test_nobody_says_where if {
	nowhere := object.remove(object.union(instance("yes", subnet({})), {"_": {"subnet": []}}), ["subnet_id"])
	{u.assertion | some u in policy.unknown} == {"machine"} with input as nowhere
	lost := object.remove(object.union(database([]), {"_": {"group": []}}), ["db_subnet_group_name"])
	{u.assertion | some u in policy.unknown} == {"database"} with input as lost
}

live(route, tags) := {"_": {"type": "aws_route_table", "phi": "no", "source": "live", "subnet": [], "group": []}, "route": [route], "tags_all": tags}

test_marks if {
	denied == {"marked"} with input as live({"gateway_id": "igw-1", "cidr_block": "0.0.0.0/0"}, {}) with data.params.public_words as ["public"]
	denied == {"marked"} with input as live({"gateway_id": "igw-1", "ipv6_cidr_block": "::/0"}, {}) with data.params.public_words as ["public"]
	denied == set() with input as live({"gateway_id": "igw-1", "cidr_block": "0.0.0.0/0"}, {"Name": "public-a"}) with data.params.public_words as ["public"]
	denied == set() with input as live({"gateway_id": "igw-1", "cidr_block": "203.0.113.0/24"}, {}) with data.params.public_words as ["public"]
	denied == set() with input as live({"nat_gateway_id": "nat-1", "cidr_block": "0.0.0.0/0"}, {}) with data.params.public_words as ["public"]
}

attached(tags) := {"_": {"vpc": [{"tags_all": tags}]}, "vpc_id": "vpc-1"}

test_gateways if {
	count(gateways.deny) == 0 with input as attached({"Tier": "public"}) with data.params.public_words as ["public"]
	count(gateways.deny) == 1 with input as attached({}) with data.params.public_words as ["public"]
	count(gateways.not_applicable) == 1 with input as {"_": {"vpc": []}} with data.params.public_words as ["public"]
}
