package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The emulator makes WorkSpaces only in directories of a service that nothing else here needs.
func TestWorkspaces(t *testing.T) {
	s := &fake{answers: answers{
		"DescribeWorkspaces": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Workspaces":[{"WorkspaceId":"ws-1","DirectoryId":"d-1","State":"AVAILABLE","RootVolumeEncryptionEnabled":true,"UserVolumeEncryptionEnabled":true,"VolumeEncryptionKey":"k"},
					{"WorkspaceId":"ws-0","State":"TERMINATED"}]}`
			}
			return `{"Workspaces":[{"WorkspaceId":"ws-2","State":"STOPPED","UserVolumeEncryptionEnabled":false},{"WorkspaceId":"ws-3","RootVolumeEncryptionEnabled":true},{"WorkspaceId":"ws-4"}]}`
		},
		"DescribeTags": func(in ask) string {
			return map[string]string{
				"ws-1": `{"TagList":[{"Key":"DataClass","Value":"PHI"}]}`, "ws-2": `{}`, "ws-3": "error AccessDeniedException", "ws-4": "error ResourceNotFoundException",
			}[in.Get("ResourceId")]
		},
	}}
	root, user := "root_volume_encryption_enabled", "user_volume_encryption_enabled"
	set := s.audit(t, []string{"aws_workspaces_workspace"})
	set.check(t, map[string]map[string]any{
		"aws_workspaces_workspace ws-1": {"id": "ws-1", root: true, user: true, "volume_encryption_key": "k", "tags_all": map[string]any{"DataClass": "PHI"}},
		"aws_workspaces_workspace ws-2": {root: false, user: false, "volume_encryption_key": nil, "tags_all": map[string]any{}},
		"aws_workspaces_workspace ws-3": {root: true, user: false, "tags_all": "unknown: workspaces:DescribeTags: access was denied"},
	})
	if diff := cmp.Diff([]string{"eu-west-1 workspaces:DescribeTags of ws-3: settled"}, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
	want := []string{"eu-west-1 workspaces:DescribeWorkspaces: aws_workspaces_workspace"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, []string{"aws_workspaces_workspace"}).gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
