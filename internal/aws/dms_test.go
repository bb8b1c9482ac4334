package aws_test

import "testing"

func TestReplicationInstances(t *testing.T) {
	s := &fake{answers: answers{"DescribeReplicationInstances": `{"ReplicationInstances":[
		{"ReplicationInstanceIdentifier":"closed","ReplicationInstanceArn":"arn:aws:dms:eu-west-1:123456789012:rep:A","PubliclyAccessible":false,"KmsKeyId":"k"},
		{"ReplicationInstanceIdentifier":"open","PubliclyAccessible":true},
		{"ReplicationInstanceIdentifier":"addressed","ReplicationInstancePublicIpAddresses":["192.0.2.1"]}]}`}}
	root := "aws_dms_replication_instance "
	s.audit(t, []string{"aws_dms_replication_instance"}).check(t, map[string]map[string]any{
		root + "closed":    {"replication_instance_id": "closed", "replication_instance_arn": "arn:aws:dms:eu-west-1:123456789012:rep:A", "publicly_accessible": false, "kms_key_arn": "k"},
		root + "open":      {"publicly_accessible": true},
		root + "addressed": {"publicly_accessible": true, "replication_instance_public_ips": []any{"192.0.2.1"}},
	})
}
