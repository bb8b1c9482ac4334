package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

var routeTypes = []string{"aws_route_table", "aws_route_table_association", "aws_main_route_table_association", "aws_internet_gateway", "aws_db_subnet_group"}

func TestRouteTables(t *testing.T) {
	url := startMoto(t)
	environment(t)
	awstest.Broken(t, url, ownAccount)
	s := auditMoto(t, url, append([]string{"aws_subnet"}, routeTypes...))
	subnets, public := 0, map[string]bool{}
	for _, r := range s.Resources {
		if r.Address.Type != "aws_internet_gateway" {
			continue
		}
		for _, table := range s.Resources {
			if table.Address.Type != "aws_route_table" {
				continue
			}
			for _, route := range plain(table.Values.GetAttr("route")).([]any) {
				if route.(map[string]any)["gateway_id"] == r.Address.Name {
					public[table.Address.Name] = true
				}
			}
		}
	}
	for _, r := range s.Resources {
		if r.Address.Type == "aws_route_table_association" && public[plain(r.Values.GetAttr("route_table_id")).(string)] {
			subnets++
		}
	}
	if len(public) == 0 || subnets != 2 {
		t.Errorf("%d subnets are associated with tables %v", subnets, public)
	}
	group := s.one(t, "aws_db_subnet_group", "open")
	if n := len(plain(group.Values.GetAttr("subnet_ids")).([]any)); n != 2 {
		t.Errorf("%d subnets in the group", n)
	}
}

// TestRouteTableShapes is about what the emulator does not make: routes to what is gone,
// associations on their way out, tables of others, detached gateways.
func TestRouteTableShapes(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeRouteTables": `<routeTableSet>
			<item><routeTableId>rtb-1</routeTableId><vpcId>vpc-1</vpcId><ownerId>` + ownAccount + `</ownerId>
				<routeSet><item><destinationCidrBlock>0.0.0.0/0</destinationCidrBlock><gatewayId>igw-1</gatewayId><state>active</state></item>
					<item><destinationCidrBlock>10.0.0.0/8</destinationCidrBlock><gatewayId>vgw-1</gatewayId><state>blackhole</state></item></routeSet>
				<associationSet><item><routeTableAssociationId>a-1</routeTableAssociationId><main>true</main></item>
					<item><routeTableAssociationId>a-2</routeTableAssociationId><subnetId>subnet-1</subnetId><associationState><state>associated</state></associationState></item>
					<item><routeTableAssociationId>a-3</routeTableAssociationId><subnetId>subnet-2</subnetId><associationState><state>disassociated</state></associationState></item></associationSet></item>
			<item><routeTableId>rtb-2</routeTableId><ownerId>444455556666</ownerId></item></routeTableSet>`,
		"DescribeInternetGateways": `<internetGatewaySet><item><internetGatewayId>igw-1</internetGatewayId><ownerId>` + ownAccount + `</ownerId></item></internetGatewaySet>`,
		"DescribeDBSubnetGroups":   `<DBSubnetGroups><DBSubnetGroup><DBSubnetGroupName>records</DBSubnetGroupName></DBSubnetGroup></DBSubnetGroups>`,
	}}
	s := a.audit(t, routeTypes)
	route := `{"cidr_block":"0.0.0.0/0","destination_prefix_list_id":null,"egress_only_gateway_id":null,"gateway_id":"igw-1","ipv6_cidr_block":null,"nat_gateway_id":null,"network_interface_id":null,"transit_gateway_id":null,"vpc_peering_connection_id":null}`
	checkValues(t, s.one(t, "aws_route_table", "rtb-1"), map[string]string{"route": "[" + route + "]", "vpc_id": `"vpc-1"`, "tags_all": "{}"})
	checkValues(t, s.one(t, "aws_main_route_table_association", "a-1"), map[string]string{"vpc_id": `"vpc-1"`, "route_table_id": `"rtb-1"`})
	checkValues(t, s.one(t, "aws_route_table_association", "a-2"), map[string]string{"subnet_id": `"subnet-1"`, "route_table_id": `"rtb-1"`})
	checkValues(t, s.one(t, "aws_internet_gateway", "igw-1"), map[string]string{"vpc_id": "null"})
	checkValues(t, s.one(t, "aws_db_subnet_group", "records"), map[string]string{"subnet_ids": "unknown: rds:DescribeDBSubnetGroups"})
	if len(s.Resources) != 5 {
		t.Errorf("%d resources", len(s.Resources))
	}
	want := []string{
		"eu-west-1 ec2:DescribeInternetGateways: aws_internet_gateway",
		"eu-west-1 ec2:DescribeRouteTables: aws_main_route_table_association aws_route_table aws_route_table_association",
		"eu-west-1 rds:DescribeDBSubnetGroups: aws_db_subnet_group",
	}
	if diff := cmp.Diff(want, (&fake{answers: answers{}}).audit(t, routeTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
