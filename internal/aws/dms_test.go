package aws_test

import "testing"

func TestReplicationInstances(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeReplicationInstances": `{"ReplicationInstances":[
		{"ReplicationInstanceIdentifier":"closed","ReplicationInstanceArn":"arn:aws:dms:eu-west-1:123456789012:rep:A","PubliclyAccessible":false,"KmsKeyId":"k"},
		{"ReplicationInstanceIdentifier":"open","PubliclyAccessible":true},
		{"ReplicationInstanceIdentifier":"addressed","ReplicationInstancePublicIpAddresses":["192.0.2.1"]}]}`,
		"ListTagsForResource": `{"TagList":[{"ResourceArn":"arn:aws:dms:eu-west-1:123456789012:rep:A","Key":"DataClass","Value":"PHI"}]}`,
	}}
	root := "aws_dms_replication_instance "
	s.audit(t, []string{"aws_dms_replication_instance"}).check(t, map[string]map[string]any{
		root + "closed":    {"replication_instance_id": "closed", "replication_instance_arn": "arn:aws:dms:eu-west-1:123456789012:rep:A", "publicly_accessible": false, "kms_key_arn": "k", "tags_all": map[string]any{"DataClass": "PHI"}},
		root + "open":      {"publicly_accessible": true, "tags_all": map[string]any{}},
		root + "addressed": {"publicly_accessible": true, "replication_instance_public_ips": []any{"192.0.2.1"}},
	})
}

func TestReplicationEndpoints(t *testing.T) {
	s := &fake{answers: answers{"DescribeEndpoints": `{"Endpoints":[
		{"EndpointIdentifier":"orders","EndpointArn":"arn:e1","EndpointType":"SOURCE","EngineName":"postgres","ServerName":"db","SslMode":"verify-full","KmsKeyId":"k"},
		{"EndpointIdentifier":"topic","EndpointArn":"arn:e2","EngineName":"kafka","SslMode":"none","KafkaSettings":{"SecurityProtocol":"plaintext"}},
		{"EndpointIdentifier":"cache","EndpointArn":"arn:e3","EngineName":"redis","RedisSettings":{"SslSecurityProtocol":"ssl-encryption"}}]}`}}
	e := "aws_dms_endpoint "
	s.audit(t, []string{"aws_dms_endpoint"}).check(t, map[string]map[string]any{
		e + "orders": {
			"endpoint_id": "orders", "endpoint_arn": "arn:e1", "engine_name": "postgres", "server_name": "db", "ssl_mode": "verify-full", "kms_key_arn": "k",
			"kafka_settings": []any{}, "redis_settings": []any{}, "tags_all": "unknown: dms:ListTagsForResource: access was denied",
		},
		e + "topic": {"ssl_mode": "none", "kafka_settings": []any{map[string]any{"security_protocol": "plaintext"}}},
		e + "cache": {"redis_settings": []any{map[string]any{"ssl_security_protocol": "ssl-encryption"}}, "ssl_mode": "unknown: dms:DescribeEndpoints: the answer does not hold what aws_dms_endpoint.ssl_mode is made from"},
	})
}
