package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFlowLogsRecord(t *testing.T) {
	log := func(id, of, status, delivery string) string {
		text := "<item><flowLogId>" + id + "</flowLogId><trafficType>ALL</trafficType><logDestinationType>s3</logDestinationType><logDestination>arn:aws:s3:::logs</logDestination>"
		for _, f := range [][2]string{{"resourceId", of}, {"flowLogStatus", status}, {"deliverLogsStatus", delivery}} {
			if f[1] != "" {
				text += "<" + f[0] + ">" + f[1] + "</" + f[0] + ">"
			}
		}
		return text + "</item>"
	}
	set := (&fake{answers: answers{
		"DescribeFlowLogs": "<flowLogSet>" +
			log("fl-vpc", "vpc-1", "ACTIVE", "SUCCESS") + log("fl-new", "subnet-1", "ACTIVE", "") + log("fl-eni", "eni-1", "ACTIVE", "SUCCESS") +
			log("fl-failed", "vpc-1", "ACTIVE", "FAILED") + log("fl-stopped", "vpc-1", "INACTIVE", "SUCCESS") + log("fl-unsaid", "vpc-1", "", "SUCCESS") +
			"<item><flowLogId>fl-tgw</flowLogId><resourceId>tgw-attach-1</resourceId><flowLogStatus>ACTIVE</flowLogStatus><logGroupName>flows</logGroupName></item></flowLogSet>",
	}}).audit(t, []string{"aws_flow_log"})
	none := map[string]any{"vpc_id": nil, "subnet_id": nil, "eni_id": nil, "log_destination": "arn:aws:s3:::logs", "traffic_type": "ALL"}
	with := func(name string, v any) map[string]any {
		out := map[string]any{}
		for k, v := range none {
			out[k] = v
		}
		out[name] = v
		return out
	}
	unsaid := "unknown: ec2:DescribeFlowLogs"
	for name, want := range map[string]map[string]any{
		"fl-vpc": with("vpc_id", "vpc-1"), "fl-new": with("subnet_id", "subnet-1"), "fl-eni": with("eni_id", "eni-1"), "fl-failed": none, "fl-stopped": none,
		"fl-unsaid": {"vpc_id": unsaid, "subnet_id": unsaid, "eni_id": unsaid},
		"fl-tgw":    {"vpc_id": nil, "transit_gateway_attachment_id": "tgw-attach-1", "traffic_type": nil, "log_destination": "arn:aws:logs:eu-west-1:" + ownAccount + ":log-group:flows"},
	} {
		holds(t, set.one(t, "aws_flow_log", name), want)
	}
}

// TestSharedNetworks shows that what another account shares is left to it, that the
// defaults of a VPC have the provider's types, and that pages are followed.
func TestSharedNetworks(t *testing.T) {
	own, other := "<ownerId>"+ownAccount+"</ownerId>", "<ownerId>210987654321</ownerId>"
	f := &fake{answers: answers{
		"DescribeSubnets": "<subnetSet><item><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId>" + own + "</item><item><subnetId>subnet-2</subnetId>" + other + "</item></subnetSet>",
		"DescribeSecurityGroups": "<securityGroupInfo><item><groupId>sg-1</groupId><groupName>default</groupName>" + own + "</item><item><groupId>sg-2</groupId><groupName>web</groupName>" + own +
			"</item><item><groupId>sg-3</groupId><groupName>shared</groupName>" + other + "</item></securityGroupInfo>",
		"DescribeNetworkAcls": "error UnauthorizedOperation",
	}}
	f.answers["DescribeVpcs"] = func(in ask) string {
		if in.Get("NextToken") == "" {
			return "<vpcSet><item><vpcId>vpc-1</vpcId><isDefault>true</isDefault>" + own + "</item></vpcSet><nextToken>more</nextToken>"
		}
		return "<vpcSet><item><vpcId>vpc-2</vpcId><isDefault>false</isDefault>" + own + "</item><item><vpcId>vpc-3</vpcId>" + other + "</item></vpcSet>"
	}
	set := f.audit(t, []string{"aws_vpc", "aws_default_vpc", "aws_subnet", "aws_security_group", "aws_default_security_group", "aws_network_acl"})
	for typ, want := range map[string][]string{
		"aws_vpc": {"vpc-2"}, "aws_default_vpc": {"vpc-1"}, "aws_subnet": {"subnet-1"}, "aws_security_group": {"sg-2"}, "aws_default_security_group": {"sg-1"}, "aws_network_acl": {},
	} {
		if diff := cmp.Diff(want, set.names(typ)); diff != "" {
			t.Errorf("%s:\n%s", typ, diff)
		}
	}
	if diff := cmp.Diff([]string{"eu-west-1 ec2:DescribeNetworkAcls: aws_default_network_acl aws_network_acl"}, set.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestSecurityGroupRules(t *testing.T) {
	set := (&fake{answers: answers{"DescribeSecurityGroups": `<securityGroupInfo><item><groupId>sg-1</groupId><groupName>web</groupName><ipPermissions>
<item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort>
 <ipRanges><item><cidrIp>10.1.0.0/16</cidrIp></item><item><cidrIp>0.0.0.0/0</cidrIp><description>open</description></item><item><cidrIp>10.0.0.0/16</cidrIp></item></ipRanges>
 <ipv6Ranges><item><cidrIpv6>::/0</cidrIpv6><description>open</description></item></ipv6Ranges></item>
<item><ipProtocol>-1</ipProtocol><groups><item><groupId>sg-1</groupId><userId>` + ownAccount + `</userId></item><item><groupId>sg-2</groupId><userId>` + ownAccount + `</userId></item><item><groupId>sg-9</groupId><userId>210987654321</userId></item></groups></item>
<item><ipProtocol>icmp</ipProtocol><fromPort>-1</fromPort><toPort>-1</toPort><prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item>
<item><ipProtocol>17</ipProtocol><ipRanges><item/></ipRanges></item>
<item><ipProtocol>-1</ipProtocol><ipRanges/></item>
</ipPermissions><ipPermissionsEgress/></item><item><groupId>sg-2</groupId><groupName>cut</groupName></item></securityGroupInfo>`}}).audit(t, []string{"aws_security_group"})
	rule := func(change map[string]any) map[string]any {
		out := map[string]any{
			"protocol": "tcp", "from_port": 22, "to_port": 22, "description": nil, "cidr_blocks": []any{}, "ipv6_cidr_blocks": []any{},
			"prefix_list_ids": []any{}, "security_groups": []any{}, "self": false,
		}
		for k, v := range change {
			out[k] = v
		}
		return out
	}
	unsaid := "unknown: ec2:DescribeSecurityGroups"
	holds(t, set.one(t, "aws_security_group", "sg-1"), map[string]any{"egress": []any{}, "name": "web", "ingress": []any{
		rule(map[string]any{"cidr_blocks": []any{"10.0.0.0/16", "10.1.0.0/16"}}),
		rule(map[string]any{"cidr_blocks": []any{"0.0.0.0/0"}, "ipv6_cidr_blocks": []any{"::/0"}, "description": "open"}),
		rule(map[string]any{"protocol": "-1", "from_port": nil, "to_port": nil, "security_groups": []any{"210987654321/sg-9", "sg-2"}, "self": true}),
		rule(map[string]any{"protocol": "icmp", "from_port": -1, "to_port": -1, "prefix_list_ids": []any{"pl-1"}}),
		rule(map[string]any{"protocol": "udp", "from_port": unsaid, "to_port": unsaid, "cidr_blocks": []any{unsaid}}),
		rule(map[string]any{
			"protocol": "-1", "from_port": nil, "to_port": nil, "cidr_blocks": unsaid, "ipv6_cidr_blocks": unsaid, "prefix_list_ids": unsaid, "security_groups": unsaid, "self": unsaid,
		}),
	}})
	holds(t, set.one(t, "aws_security_group", "sg-2"), map[string]any{"ingress": unsaid, "egress": unsaid})
}

func TestNetworkACLRules(t *testing.T) {
	set := (&fake{answers: answers{"DescribeNetworkAcls": `<networkAclSet><item><networkAclId>acl-1</networkAclId><vpcId>vpc-1</vpcId><default>true</default>
<associationSet><item><subnetId>subnet-2</subnetId></item><item><subnetId>subnet-1</subnetId></item></associationSet><entrySet>
<item><ruleNumber>100</ruleNumber><protocol>6</protocol><ruleAction>allow</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock><portRange><from>22</from><to>23</to></portRange></item>
<item><ruleNumber>101</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction><egress>true</egress><ipv6CidrBlock>::/0</ipv6CidrBlock></item>
<item><ruleNumber>32767</ruleNumber><protocol>-1</protocol><ruleAction>deny</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>
</entrySet></item></networkAclSet>`}}).audit(t, []string{"aws_default_network_acl"})
	holds(t, set.one(t, "aws_default_network_acl", "acl-1"), map[string]any{
		"vpc_id": "vpc-1", "subnet_ids": []any{"subnet-1", "subnet-2"},
		"ingress": []any{map[string]any{"rule_no": 100, "protocol": "6", "action": "allow", "cidr_block": "0.0.0.0/0", "ipv6_cidr_block": nil, "from_port": 22, "to_port": 23, "icmp_type": nil, "icmp_code": nil}},
		"egress":  []any{map[string]any{"rule_no": 101, "protocol": "-1", "action": "deny", "cidr_block": nil, "ipv6_cidr_block": "::/0", "from_port": nil, "to_port": nil, "icmp_type": nil, "icmp_code": nil}},
	})
}

func TestAddresses(t *testing.T) {
	set := (&fake{answers: answers{"DescribeAddresses": "<addressesSet><item><allocationId>eipalloc-1</allocationId><instanceId>i-1</instanceId><publicIp>203.0.113.7</publicIp></item>" +
		"<item><allocationId>eipalloc-2</allocationId><publicIp>203.0.113.8</publicIp></item></addressesSet>"}}).audit(t, []string{"aws_eip"})
	holds(t, set.one(t, "aws_eip", "eipalloc-1"), map[string]any{"id": "eipalloc-1", "instance": "i-1", "public_ip": "203.0.113.7"})
	holds(t, set.one(t, "aws_eip", "eipalloc-2"), map[string]any{"instance": nil, "network_interface": nil, "association_id": nil})

	set = (&fake{answers: answers{"DescribeAddresses": "error UnauthorizedOperation"}}).audit(t, []string{"aws_eip"})
	if diff := cmp.Diff([]string{"eu-west-1 ec2:DescribeAddresses: aws_eip aws_eip_association"}, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
