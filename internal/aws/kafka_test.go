package aws_test

import "testing"

func TestKafkaClusters(t *testing.T) {
	s := &fake{answers: answers{"ListClustersV2": func(in ask) string {
		if in.Get("nextToken") == "" {
			return `{"nextToken":"2","clusterInfoList":[{"clusterName":"vitals","clusterArn":"arn:v","clusterType":"PROVISIONED","tags":{"DataClass":"PHI"},"provisioned":{
				"encryptionInfo":{"encryptionAtRest":{"dataVolumeKMSKeyId":"k"},"encryptionInTransit":{"clientBroker":"TLS","inCluster":true}},
				"clientAuthentication":{"sasl":{"iam":{"enabled":true},"scram":{"enabled":false}},"tls":{"enabled":false,"certificateAuthorityArnList":[]},"unauthenticated":{"enabled":false}},
				"brokerNodeGroupInfo":{"clientSubnets":["s"],"securityGroups":["g"],"connectivityInfo":{"publicAccess":{"type":"DISABLED"}}},
				"loggingInfo":{"brokerLogs":{"cloudWatchLogs":{"enabled":true,"logGroup":"l"},"s3":{"enabled":false}}}}}]}`
		}
		return `{"clusterInfoList":[{"clusterName":"serverless","clusterType":"SERVERLESS"},{"clusterName":"bare","clusterArn":"arn:b","clusterType":"PROVISIONED"},
			{"clusterName":"open","clusterArn":"arn:o","clusterType":"PROVISIONED","provisioned":{"encryptionInfo":{"encryptionInTransit":{"clientBroker":"PLAINTEXT","inCluster":false}},
			 "clientAuthentication":{"tls":{"certificateAuthorityArnList":["ca"]},"unauthenticated":{"enabled":true}},
			 "brokerNodeGroupInfo":{"connectivityInfo":{"publicAccess":{"type":"SERVICE_PROVIDED_EIPS"}}}}}]}`
	}}}
	k := "aws_msk_cluster "
	access := func(subnets, groups []any, typ string) []any {
		return []any{map[string]any{"client_subnets": subnets, "security_groups": groups, "connectivity_info": []any{map[string]any{"public_access": []any{map[string]any{"type": typ}}}}}}
	}
	transit := func(key any, broker string, inside bool) []any {
		return []any{map[string]any{"encryption_at_rest_kms_key_arn": key, "encryption_in_transit": []any{map[string]any{"client_broker": broker, "in_cluster": inside}}}}
	}
	s.audit(t, []string{"aws_msk_cluster"}).check(t, map[string]map[string]any{
		k + "vitals": {
			"arn": "arn:v", "cluster_name": "vitals", "tags_all": map[string]any{"DataClass": "PHI"}, "encryption_info": transit("k", "TLS", true),
			"client_authentication":  []any{map[string]any{"sasl": []any{map[string]any{"iam": true, "scram": false}}, "tls": []any{}, "unauthenticated": false}},
			"broker_node_group_info": access([]any{"s"}, []any{"g"}, "DISABLED"),
			"logging_info": []any{map[string]any{"broker_logs": []any{map[string]any{
				"cloudwatch_logs": []any{map[string]any{"enabled": true, "log_group": "l"}}, "firehose": []any{}, "s3": []any{map[string]any{"enabled": false, "bucket": nil}},
			}}}},
		},
		k + "bare": {"encryption_info": "unknown: kafka:ListClustersV2: the answer does not hold what aws_msk_cluster.encryption_info is made from"},
		k + "open": {
			"encryption_info":        transit(nil, "PLAINTEXT", false),
			"client_authentication":  []any{map[string]any{"sasl": []any{}, "tls": []any{map[string]any{"certificate_authority_arns": []any{"ca"}}}, "unauthenticated": true}},
			"broker_node_group_info": access([]any{}, []any{}, "SERVICE_PROVIDED_EIPS"), "logging_info": []any{},
		},
	})
}
