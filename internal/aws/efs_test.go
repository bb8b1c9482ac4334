package aws_test

import (
	"testing"
)

func TestFileSystems(t *testing.T) {
	s := &fake{answers: answers{"DescribeFileSystems": func(in ask) string {
		if in.Get("Marker") == "" {
			return `{"NextMarker":"2","FileSystems":[{"FileSystemId":"fs-1","FileSystemArn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1","CreationToken":"charts","Encrypted":true,"KmsKeyId":"k","Name":"charts","LifeCycleState":"available","Tags":[{"Key":"Name","Value":"charts"}]}]}`
		}
		return `{"FileSystems":[{"FileSystemId":"fs-2","CreationToken":"t","Encrypted":false,"LifeCycleState":"available"},{"FileSystemId":"fs-3","LifeCycleState":"available"},{"FileSystemId":"fs-4","LifeCycleState":"deleted"}]}`
	}}}
	root := "aws_efs_file_system "
	s.audit(t, []string{"aws_efs_file_system"}).check(t, map[string]map[string]any{
		root + "fs-1": {"id": "fs-1", "arn": "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1", "creation_token": "charts", "encrypted": true, "kms_key_id": "k", "name": "charts", "tags_all": map[string]any{"Name": "charts"}},
		root + "fs-2": {"encrypted": false, "kms_key_id": nil, "name": nil, "tags_all": map[string]any{}},
		root + "fs-3": {"encrypted": "unknown: elasticfilesystem:DescribeFileSystems: the answer does not hold what aws_efs_file_system.encrypted is made from"},
	})
}
