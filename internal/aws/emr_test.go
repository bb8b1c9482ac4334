package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var emrTypes = []string{"aws_emr_cluster", "aws_emr_security_configuration", "aws_emr_block_public_access_configuration"}

func TestEMR(t *testing.T) {
	s := &fake{answers: answers{
		"ListClusters": func(in ask) string {
			if in.Get("Marker") == "" {
				return `{"Marker":"2","Clusters":[{"Id":"j-1","ClusterArn":"arn:1"}]}`
			}
			return `{"Clusters":[{"Id":"j-2","ClusterArn":"arn:2"},{"Id":"j-3","ClusterArn":"arn:3"},{"Id":"j-4","ClusterArn":"arn:4"}]}`
		},
		"DescribeCluster": func(in ask) string {
			return map[string]string{
				"j-1": `{"Cluster":{"Id":"j-1","ClusterArn":"arn:1","Name":"charts","ReleaseLabel":"emr-7.5.0","SecurityConfiguration":"strict","MasterPublicDnsName":"ip-10-0-0-7.ec2.internal",
					"KerberosAttributes":{"Realm":"EC2.INTERNAL","KdcAdminPassword":"secret"},"Ec2InstanceAttributes":{"Ec2SubnetId":"s-1","RequestedEc2SubnetIds":["s-2","s-1"]},
					"Tags":[{"Key":"DataClass","Value":"PHI"}]}}`,
				"j-2": `{"Cluster":{"Id":"j-2","ClusterArn":"arn:2","Name":"starts","SecurityConfiguration":"strict"}}`,
				"j-3": `{"Cluster":{"Id":"j-3","ClusterArn":"arn:3","Name":"other","SecurityConfiguration":"hidden","Ec2InstanceAttributes":{}}}`,
				"j-4": "error AccessDeniedException",
			}[in.Get("ClusterId")]
		},
		"DescribeSecurityConfiguration": func(in ask) string {
			if in.Get("Name") == "hidden" {
				return "error AccessDeniedException"
			}
			return `{"Name":"strict","SecurityConfiguration":"{\"EncryptionConfiguration\":{}}"}`
		},
		"GetBlockPublicAccessConfiguration": `{"BlockPublicAccessConfiguration":{"BlockPublicSecurityGroupRules":true,"PermittedPublicSecurityGroupRuleRanges":[{"MinRange":22,"MaxRange":22},{"MinRange":80}]}}`,
	}}
	set := s.audit(t, emrTypes)
	set.check(t, map[string]map[string]any{
		"aws_emr_cluster j-1": {
			"arn": "arn:1", "security_configuration": "strict", "kerberos_attributes": []any{map[string]any{"realm": "EC2.INTERNAL"}}, "master_public_dns": "ip-10-0-0-7.ec2.internal",
			"ec2_attributes": []any{map[string]any{"subnet_id": "s-1", "subnet_ids": []any{"s-1", "s-2"}, "instance_profile": nil}}, "tags_all": map[string]any{"DataClass": "PHI"},
		},
		"aws_emr_cluster j-2": {
			"kerberos_attributes": []any{}, "master_public_dns": nil, "tags_all": map[string]any{},
			"ec2_attributes": "unknown: elasticmapreduce:DescribeCluster: the answer does not hold what aws_emr_cluster.ec2_attributes is made from",
		},
		"aws_emr_cluster j-3":                   {"security_configuration": "hidden", "ec2_attributes": []any{map[string]any{"subnet_id": nil, "subnet_ids": []any{}, "instance_profile": nil}}},
		"aws_emr_cluster j-4":                   {"arn": "arn:4", "unread": "elasticmapreduce:DescribeCluster"},
		"aws_emr_security_configuration strict": {"name": "strict", "configuration": `{"EncryptionConfiguration":{}}`},
		"aws_emr_security_configuration hidden": {"name": "hidden", "unread": "elasticmapreduce:DescribeSecurityConfiguration"},
		"aws_emr_block_public_access_configuration eu-west-1": {
			"block_public_security_group_rules":          true,
			"permitted_public_security_group_rule_range": []any{map[string]any{"min_range": 22, "max_range": 22}, map[string]any{"min_range": 80, "max_range": 80}},
		},
	})
	want := []string{
		"eu-west-1 elasticmapreduce:DescribeCluster of j-4: aws_emr_security_configuration",
		"eu-west-1 elasticmapreduce:DescribeSecurityConfiguration of hidden: settled",
	}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	if s.calls["DescribeCluster"] != 4 || s.calls["DescribeSecurityConfiguration"] != 2 {
		t.Errorf("calls %v", s.calls)
	}
}

func TestEMRDenied(t *testing.T) {
	set := (&fake{answers: answers{"GetBlockPublicAccessConfiguration": `{}`}}).audit(t, emrTypes)
	unknown := "unknown: elasticmapreduce:GetBlockPublicAccessConfiguration: the answer does not hold what aws_emr_block_public_access_configuration."
	set.check(t, map[string]map[string]any{
		"aws_emr_block_public_access_configuration eu-west-1": {
			"block_public_security_group_rules":          unknown + "block_public_security_group_rules is made from",
			"permitted_public_security_group_rule_range": unknown + "permitted_public_security_group_rule_range is made from",
		},
	})
	want := []string{"eu-west-1 elasticmapreduce:ListClusters: aws_emr_cluster aws_emr_security_configuration"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
