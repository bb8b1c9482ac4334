package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

var warehouseTypes = []string{"aws_redshift_cluster", "aws_redshift_logging", "aws_redshift_parameter_group"}

func TestWarehouses(t *testing.T) {
	cluster := func(id, group, more string) string {
		return `<Cluster><ClusterIdentifier>` + id + `</ClusterIdentifier><ClusterParameterGroups><ClusterParameterGroup><ParameterGroupName>` + group +
			`</ParameterGroupName></ClusterParameterGroup></ClusterParameterGroups>` + more + `</Cluster>`
	}
	s := &fake{answers: answers{
		"DescribeClusters": func(in ask) string {
			if in.Get("Marker") == "" {
				return `<Marker>2</Marker><Clusters>` + cluster("claims", "tls", `<Encrypted>true</Encrypted><KmsKeyId>k</KmsKeyId><PubliclyAccessible>false</PubliclyAccessible>
					<EnhancedVpcRouting>true</EnhancedVpcRouting><AllowVersionUpgrade>true</AllowVersionUpgrade><AutomatedSnapshotRetentionPeriod>35</AutomatedSnapshotRetentionPeriod>
					<Tags><Tag><Key>DataClass</Key><Value>PHI</Value></Tag></Tags>`) + `</Clusters>`
			}
			return `<Clusters>` + cluster("open", "default.redshift-1.0", `<Encrypted>false</Encrypted><PubliclyAccessible>true</PubliclyAccessible>
				<EnhancedVpcRouting>false</EnhancedVpcRouting><AllowVersionUpgrade>false</AllowVersionUpgrade><AutomatedSnapshotRetentionPeriod>0</AutomatedSnapshotRetentionPeriod>`) +
				cluster("bare", "secret", "") + cluster("gone", "tls", "") + `</Clusters>`
		},
		"DescribeLoggingStatus": func(in ask) string {
			return map[string]string{
				"claims": `<LoggingEnabled>true</LoggingEnabled><LogDestinationType>cloudwatch</LogDestinationType><LogExports><member>useractivitylog</member><member>connectionlog</member></LogExports>`,
				"open":   `<LoggingEnabled>false</LoggingEnabled>`, "bare": "error AccessDenied", "gone": "error ClusterNotFound",
			}[in.Get("ClusterIdentifier")]
		},
		"DescribeClusterParameterGroups": `<ParameterGroups><ClusterParameterGroup><ParameterGroupName>tls</ParameterGroupName><ParameterGroupFamily>redshift-1.0</ParameterGroupFamily></ClusterParameterGroup></ParameterGroups>`,
		"DescribeClusterParameters": func(in ask) string {
			if in.Get("ParameterGroupName") == "secret" {
				return "error AccessDenied"
			}
			return map[string]string{
				"":  `<Marker>2</Marker><Parameters><Parameter><ParameterName>require_ssl</ParameterName><ParameterValue>true</ParameterValue></Parameter></Parameters>`,
				"2": `<Parameters><Parameter><ParameterName>unset</ParameterName></Parameter></Parameters>`,
			}[in.Get("Marker")]
		},
	}}
	set := s.audit(t, warehouseTypes)
	c, g, l := "aws_redshift_cluster ", "aws_redshift_parameter_group ", "aws_redshift_logging "
	nothing := "unknown: redshift:DescribeClusters: the answer does not hold what aws_redshift_cluster."
	secured := []any{map[string]any{"name": "require_ssl", "value": "true"}}
	set.check(t, map[string]map[string]any{
		c + "claims": {
			"arn": "arn:aws:redshift:eu-west-1:123456789012:cluster:claims", "cluster_identifier": "claims", "encrypted": "true", "kms_key_id": "k", "publicly_accessible": false,
			"enhanced_vpc_routing": true, "allow_version_upgrade": true, "automated_snapshot_retention_period": 35, "cluster_parameter_group_name": "tls", "tags_all": map[string]any{"DataClass": "PHI"},
		},
		c + "open": {"encrypted": "false", "kms_key_id": nil, "publicly_accessible": true, "automated_snapshot_retention_period": 0, "tags_all": map[string]any{}},
		c + "bare": {"encrypted": nothing + "encrypted is made from", "publicly_accessible": nothing + "publicly_accessible is made from"},
		c + "gone": {"id": "gone"},
		l + "claims": {
			"id": "claims", "cluster_identifier": "claims", "bucket_name": nil, "log_destination_type": "cloudwatch", "log_exports": []any{"connectionlog", "useractivitylog"},
		},
		l + "bare":                 {"cluster_identifier": "bare", "maybe": "redshift:DescribeLoggingStatus", "unread": "redshift:DescribeLoggingStatus"},
		g + "tls":                  {"name": "tls", "arn": "arn:aws:redshift:eu-west-1:123456789012:parametergroup:tls", "family": "redshift-1.0", "parameter": secured},
		g + "default.redshift-1.0": {"parameter": secured},
		g + "secret":               {"parameter": "unknown: redshift:DescribeClusterParameters: access was denied"},
	})
	want := []string{"eu-west-1 redshift:DescribeClusterParameters of secret: settled", "eu-west-1 redshift:DescribeLoggingStatus of bare: settled"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	if n := s.calls["DescribeClusters"]; n != 2 {
		t.Errorf("clusters were listed by %d calls, want 2", n)
	}
}

func TestWarehousesDenied(t *testing.T) {
	set := (&fake{}).audit(t, warehouseTypes)
	want := []string{"eu-west-1 redshift:DescribeClusters: aws_redshift_cluster aws_redshift_logging aws_redshift_parameter_group"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}

// The emulator does not have Redshift Serverless.
func TestServerlessWarehouses(t *testing.T) {
	s := &fake{answers: answers{
		"ListNamespaces": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"nextToken":"2","namespaces":[{"namespaceName":"claims","namespaceArn":"arn:aws:redshift-serverless:eu-west-1:123456789012:namespace/1","kmsKeyId":"AWS_OWNED_KMS_KEY","logExports":["userlog"]}]}`
			}
			return `{"namespaces":[{"namespaceName":"charts","namespaceArn":"arn:secret","kmsKeyId":"arn:k"}]}`
		},
		"ListWorkgroups": `{"workgroups":[
			{"workgroupName":"closed","workgroupArn":"arn:w1","namespaceName":"claims","publiclyAccessible":false,"enhancedVpcRouting":true,"configParameters":[{"parameterKey":"require_ssl","parameterValue":"true"}]},
			{"workgroupName":"open","workgroupArn":"arn:w2","namespaceName":"claims","publiclyAccessible":true,"enhancedVpcRouting":false,"configParameters":[]}, {"workgroupName":"bare","workgroupArn":"arn:w3"}]}`,
		"ListTagsForResource": func(in ask) string {
			return map[bool]string{true: "error AccessDeniedException", false: `{"tags":[{"key":"DataClass","value":"PHI"}]}`}[in.Get("resourceArn") == "arn:secret"]
		},
	}}
	set := s.audit(t, []string{"aws_redshiftserverless_namespace", "aws_redshiftserverless_workgroup"})
	n, w := "aws_redshiftserverless_namespace ", "aws_redshiftserverless_workgroup "
	marked := map[string]any{"DataClass": "PHI"}
	set.check(t, map[string]map[string]any{
		n + "claims": {"namespace_name": "claims", "arn": "arn:aws:redshift-serverless:eu-west-1:123456789012:namespace/1", "kms_key_id": "AWS_OWNED_KMS_KEY", "log_exports": []any{"userlog"}, "tags_all": marked},
		n + "charts": {"kms_key_id": "arn:k", "tags_all": "unknown: redshift-serverless:ListTagsForResource: access was denied"},
		w + "closed": {
			"workgroup_name": "closed", "namespace_name": "claims", "publicly_accessible": false, "enhanced_vpc_routing": true, "tags_all": marked,
			"config_parameter": []any{map[string]any{"parameter_key": "require_ssl", "parameter_value": "true"}},
		},
		w + "open": {"publicly_accessible": true, "enhanced_vpc_routing": false, "config_parameter": []any{}},
		w + "bare": {"publicly_accessible": "unknown: redshift-serverless:ListWorkgroups: the answer does not hold what aws_redshiftserverless_workgroup.publicly_accessible is made from"},
	})
}
