package aws_test

import (
	"net/url"
	"testing"
)

func TestFileSystems(t *testing.T) {
	s := scriptData(t, dataAnswers{"GET /2015-02-01/file-systems": func(ask url.Values) string {
		if ask.Get("Marker") == "" {
			return `{"NextMarker":"2","FileSystems":[{"FileSystemId":"fs-1","FileSystemArn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1","CreationToken":"charts","Encrypted":true,"KmsKeyId":"k","Name":"charts","LifeCycleState":"available","Tags":[{"Key":"Name","Value":"charts"}]}]}`
		}
		return `{"FileSystems":[{"FileSystemId":"fs-2","CreationToken":"t","Encrypted":false,"LifeCycleState":"available"},{"FileSystemId":"fs-3","LifeCycleState":"available"},{"FileSystemId":"fs-4","LifeCycleState":"deleted"}]}`
	}})
	root := ownAccount + "/eu-west-1 aws_efs_file_system."
	checkData(t, readData(t, s.url, dataRegion, "aws_efs_file_system"), map[string]map[string]any{
		root + "fs-1": {"id": "fs-1", "arn": "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-1", "creation_token": "charts", "encrypted": true, "kms_key_id": "k", "name": "charts", "tags_all": map[string]any{"Name": "charts"}},
		root + "fs-2": {"encrypted": false, "kms_key_id": nil, "name": nil, "tags_all": map[string]any{}},
		root + "fs-3": {"encrypted": "unknown: elasticfilesystem:DescribeFileSystems: the answer does not hold what aws_efs_file_system.encrypted is made from"},
	})
}
