package aws

import (
	"cmp"
	"context"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// readSecurityGroups tells the default group of a VPC apart as the provider does. No
// other group can have its name.
// Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
func readSecurityGroups(ctx context.Context, p *place) {
	list(ctx, p, describeSecurityGroups, ec2.NewDescribeSecurityGroupsPaginator(p.ec2(), &ec2.DescribeSecurityGroupsInput{MaxResults: sdk.Int32(1000)}), func(page *ec2.DescribeSecurityGroupsOutput, r read) {
		for _, g := range page.SecurityGroups {
			if p.foreign(g.OwnerId) {
				continue
			}
			if g.GroupName == nil {
				p.garbled(describeSecurityGroups, "") // it might have another type
				continue
			}
			typ := "aws_security_group"
			if *g.GroupName == "default" {
				typ = "aws_default_security_group"
			}
			p.emitWanted(p.ec2Item(r, typ, g.GroupId, p.arn("ec2", "security-group/"+or(g.GroupId, "")), g.Tags, attrs{
				"name": g.GroupName, "description": optional(g.Description), "vpc_id": optional(g.VpcId), "owner_id": g.OwnerId,
				"ingress": groupRules(g.IpPermissions, or(g.GroupId, ""), p.account.id), "egress": groupRules(g.IpPermissionsEgress, or(g.GroupId, ""), p.account.id),
			}))
		}
	})
}

// groupRules are the rules for one direction, one block for each protocol, port range
// and description, as the provider writes them.
func groupRules(permissions []types.IpPermission, group, account string) any {
	if permissions == nil {
		return missing()
	}
	out := []attrs{}
	for _, p := range permissions {
		out = append(out, ruleBlocks(p, group, account)...)
	}
	return out
}

// ruleSources are what one block of a security group lets in or out.
type ruleSources struct {
	description          string
	cidrs, cidrs6, lists []*string
	groups               []string
	self                 bool
}

// ruleBlocks splits a permission by the description of its sources.
func ruleBlocks(p types.IpPermission, group, account string) []attrs {
	var all []*ruleSources
	by := func(description *string) *ruleSources {
		for _, s := range all {
			if s.description == or(description, "") {
				return s
			}
		}
		s := &ruleSources{description: or(description, "")}
		all = append(all, s)
		return s
	}
	for _, r := range p.IpRanges {
		s := by(r.Description)
		s.cidrs = append(s.cidrs, r.CidrIp)
	}
	for _, r := range p.Ipv6Ranges {
		s := by(r.Description)
		s.cidrs6 = append(s.cidrs6, r.CidrIpv6)
	}
	for _, r := range p.PrefixListIds {
		s := by(r.Description)
		s.lists = append(s.lists, r.PrefixListId)
	}
	for _, r := range p.UserIdGroupPairs {
		s, id := by(r.Description), cmp.Or(or(r.GroupId, ""), or(r.GroupName, ""))
		switch owner := or(r.UserId, account); {
		case id == group:
			s.self = true
		case owner != account:
			s.groups = append(s.groups, owner+"/"+id)
		default:
			s.groups = append(s.groups, id)
		}
	}
	from, to := portsOf(p)
	if len(all) == 0 { // every rule has a source
		return []attrs{{
			"protocol": protocolOf(p.IpProtocol), "from_port": from, "to_port": to, "description": nil, "self": missing(),
			"cidr_blocks": missing(), "ipv6_cidr_blocks": missing(), "prefix_list_ids": missing(), "security_groups": missing(),
		}}
	}
	out := make([]attrs, 0, len(all))
	for _, s := range all {
		out = append(out, attrs{
			"protocol": protocolOf(p.IpProtocol), "from_port": from, "to_port": to, "description": optional(s.description),
			"cidr_blocks": ordered(s.cidrs), "ipv6_cidr_blocks": ordered(s.cidrs6), "prefix_list_ids": ordered(s.lists), "security_groups": texts(s.groups), "self": s.self,
		})
	}
	return out
}

// ordered is texts for members that have to be there: nil stays nil, which is unknown.
func ordered(all []*string) []*string {
	slices.SortFunc(all, func(a, b *string) int { return cmp.Compare(or(a, ""), or(b, "")) })
	return all
}

// protocols are the numbers that have names in security groups.
// Source: https://www.iana.org/assignments/protocol-numbers
var protocols = map[string]string{"1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}

func protocolOf(protocol *string) *string {
	if name, ok := protocols[or(protocol, "")]; ok {
		return &name
	}
	return protocol
}

// portsOf are the ports. TCP and UDP always have them; other protocols may have
// none, and -1 stands for all of every protocol.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
func portsOf(p types.IpPermission) (from, to any) {
	switch or(protocolOf(p.IpProtocol), "") {
	case "-1":
		return nil, nil
	case "tcp", "udp":
		return p.FromPort, p.ToPort
	}
	return optional(p.FromPort), optional(p.ToPort)
}
