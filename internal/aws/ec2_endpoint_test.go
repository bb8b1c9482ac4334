package aws_test

import "testing"

func TestVpcEndpoints(t *testing.T) {
	f := &fake{answers: answers{"DescribeVpcEndpoints": func(in ask) string {
		if in.Get("NextToken") == "" {
			return `<vpcEndpointSet><item><vpcEndpointId>vpce-1</vpcEndpointId><vpcEndpointType>Gateway</vpcEndpointType><vpcId>vpc-1</vpcId><serviceName>com.amazonaws.eu-west-1.s3</serviceName>
				<state>available</state><policyDocument>{}</policyDocument><routeTableIdSet><item>rtb-1</item></routeTableIdSet><ownerId>` + ownAccount + `</ownerId></item>
				<item><vpcEndpointId>vpce-foreign</vpcEndpointId><ownerId>444455556666</ownerId></item></vpcEndpointSet><nextToken>2</nextToken>`
		}
		return `<vpcEndpointSet><item><vpcEndpointId>vpce-2</vpcEndpointId><vpcEndpointType>ServiceNetwork</vpcEndpointType><vpcId>vpc-1</vpcId></item>
			<item><vpcEndpointId>vpce-3</vpcEndpointId><vpcEndpointType>Interface</vpcEndpointType><vpcId>vpc-1</vpcId><groupSet><item><groupId>sg-1</groupId></item></groupSet></item>
			<item><vpcEndpointId>vpce-4</vpcEndpointId><vpcEndpointType>Interface</vpcEndpointType><vpcId>vpc-1</vpcId><privateDnsEnabled>true</privateDnsEnabled>
			<subnetIdSet><item>subnet-1</item></subnetIdSet><dnsOptions><privateDnsOnlyForInboundResolverEndpoint>true</privateDnsOnlyForInboundResolverEndpoint></dnsOptions></item></vpcEndpointSet>`
	}}}
	set := f.audit(t, []string{"aws_vpc_endpoint"})
	holds(t, set.one(t, "aws_vpc_endpoint", "vpce-1"), map[string]any{"vpc_id": "vpc-1", "service_name": "com.amazonaws.eu-west-1.s3", "state": "available", "policy": "{}", "route_table_ids": []any{"rtb-1"}, "dns_options": []any{}})
	holds(t, set.one(t, "aws_vpc_endpoint", "vpce-2"), map[string]any{"service_name": nil, "policy": nil})
	unsaid := "unknown: ec2:DescribeVpcEndpoints"
	holds(t, set.one(t, "aws_vpc_endpoint", "vpce-3"), map[string]any{"service_name": unsaid, "policy": unsaid, "security_group_ids": []any{"sg-1"}, "private_dns_enabled": unsaid, "dns_options": []any{}})
	holds(t, set.one(t, "aws_vpc_endpoint", "vpce-4"), map[string]any{
		"private_dns_enabled": true, "subnet_ids": []any{"subnet-1"},
		"dns_options": []any{map[string]any{"dns_record_ip_type": nil, "private_dns_only_for_inbound_resolver_endpoint": true}},
	})
	if names := set.names("aws_vpc_endpoint"); len(names) != 4 {
		t.Errorf("an endpoint of another account is there: %v", names)
	}
}
