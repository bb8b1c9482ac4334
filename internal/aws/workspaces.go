package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/workspaces"
	"github.com/aws/aws-sdk-go-v2/service/workspaces/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonworkspaces.html
var (
	describeWorkspaces     = operation{service: "workspaces", name: "DescribeWorkspaces"}
	describeWorkspacesTags = operation{service: "workspaces", name: "DescribeTags", absent: []string{"ResourceNotFoundException"}}
)

func workspacesParts() []part {
	return []part{{types: []string{"aws_workspaces_workspace"}, uses: []operation{describeWorkspaces, describeWorkspacesTags}, run: readWorkspaces}}
}

// readWorkspaces reads the desktops that there are. A flag that is left out was not set when one was made.
// Source: https://docs.aws.amazon.com/workspaces/latest/api/API_Workspace.html
func readWorkspaces(ctx context.Context, p *place) {
	client := workspaces.NewFromConfig(p.config())
	var all []item
	list(ctx, p, describeWorkspaces, workspaces.NewDescribeWorkspacesPaginator(client, &workspaces.DescribeWorkspacesInput{}), func(page *workspaces.DescribeWorkspacesOutput, r read) {
		for _, w := range page.Workspaces {
			if w.State == types.WorkspaceStateTerminated || w.State == types.WorkspaceStateTerminating {
				continue
			}
			arn := p.arn("workspaces", "workspace/"+or(w.WorkspaceId, ""))
			all = append(all, item{typ: "aws_workspaces_workspace", name: or(w.WorkspaceId, ""), arn: arn, read: r, attrs: attrs{
				"id": w.WorkspaceId, "directory_id": optional(w.DirectoryId), "bundle_id": optional(w.BundleId), "state": optional(w.State), "region": p.region,
				"root_volume_encryption_enabled": or(w.RootVolumeEncryptionEnabled, false), "user_volume_encryption_enabled": or(w.UserVolumeEncryptionEnabled, false),
				"volume_encryption_key": optional(w.VolumeEncryptionKey),
			}})
		}
	})
	fewAtATime(ctx, all, func(ctx context.Context, it item) {
		out, r, err := get(ctx, p, describeWorkspacesTags, it.name, client.DescribeTags, &workspaces.DescribeTagsInput{ResourceId: &it.name})
		if it.tag(p, r, err, func() map[string]string {
			return tagsOf(out.TagList, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}) {
			p.emit(it)
		}
	})
}
