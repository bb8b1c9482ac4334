package aws_test

import (
	"strings"
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

func TestFileSystemCompanions(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeFileSystems": `{"FileSystems":[{"FileSystemId":"fs-1","LifeCycleState":"available"},{"FileSystemId":"fs-2","LifeCycleState":"available"},{"FileSystemId":"fs-3","LifeCycleState":"available"}]}`,
		"DescribeFileSystemPolicy": func(in ask) string {
			return map[string]string{"fs-1": `{"FileSystemId":"fs-1","Policy":"{}"}`, "fs-2": "error PolicyNotFound", "fs-3": "error AccessDeniedException"}[strings.Split(in.path, "/")[3]]
		},
		"DescribeBackupPolicy": func(in ask) string {
			return map[string]string{"fs-1": `{"BackupPolicy":{"Status":"ENABLING"}}`, "fs-2": "error PolicyNotFound", "fs-3": `{}`}[strings.Split(in.path, "/")[3]]
		},
		"DescribeAccessPoints": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","AccessPoints":[{"AccessPointId":"fsap-1","AccessPointArn":"a1","FileSystemId":"fs-1","PosixUser":{"Uid":1000,"Gid":1000},"RootDirectory":{"Path":"/charts"},"Tags":[{"Key":"Name","Value":"charts"}]}]}`
			}
			return `{"AccessPoints":[{"AccessPointId":"fsap-2","AccessPointArn":"a2","FileSystemId":"fs-1","RootDirectory":{"Path":"/"}}]}`
		},
	}}
	policy, backup, point := "aws_efs_file_system_policy ", "aws_efs_backup_policy ", "aws_efs_access_point "
	s.audit(t, []string{"aws_efs_file_system_policy", "aws_efs_backup_policy", "aws_efs_access_point"}).check(t, map[string]map[string]any{
		policy + "fs-1":  {"file_system_id": "fs-1", "policy": "{}"},
		policy + "fs-3":  {"unread": "elasticfilesystem:DescribeFileSystemPolicy"},
		backup + "fs-1":  {"backup_policy": []any{map[string]any{"status": "ENABLED"}}},
		backup + "fs-3":  {"backup_policy": "unknown: elasticfilesystem:DescribeBackupPolicy: the answer does not hold what aws_efs_backup_policy.backup_policy is made from"},
		point + "fsap-1": {"file_system_id": "fs-1", "posix_user": []any{map[string]any{"uid": 1000, "gid": 1000}}, "root_directory": []any{map[string]any{"path": "/charts"}}, "tags_all": map[string]any{"Name": "charts"}},
		point + "fsap-2": {"posix_user": []any{}, "root_directory": []any{map[string]any{"path": "/"}}},
	})
}
