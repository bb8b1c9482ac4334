package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const ownCenter, otherCenter = "arn:aws:sso:::instance/ssoins-1", "arn:aws:sso:::instance/ssoins-2"

// centers are the account's own instance and that of its organization. The emulator has
// no ListTagsForResource.
const centers = `{"Instances":[{"InstanceArn":"` + ownCenter + `","OwnerAccountId":"123456789012","Status":"ACTIVE"},` +
	`{"InstanceArn":"` + otherCenter + `","OwnerAccountId":"999900001111","Status":"ACTIVE"}]}`

var ssoTypes = []string{"aws_ssoadmin_instance", "aws_ssoadmin_permission_set"}

func TestIdentityCenter(t *testing.T) {
	set := func(name string) string { return "arn:aws:sso:::permissionSet/ssoins-1/" + name }
	f := &fake{answers: answers{
		"ListInstances": centers,
		"ListPermissionSets": func(in ask) string {
			if in.Get("InstanceArn") != ownCenter {
				return "error AccessDeniedException"
			}
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","PermissionSets":["` + set("ward") + `","` + set("gone") + `"]}`
			}
			return `{"PermissionSets":["` + set("night") + `","` + set("hidden") + `"]}`
		},
		"DescribePermissionSet": func(in ask) string {
			switch in.Get("PermissionSetArn") {
			case set("ward"):
				return `{"PermissionSet":{"Name":"ward","SessionDuration":"PT8H"}}`
			case set("night"):
				return `{"PermissionSet":{"Name":"night"}}`
			case set("gone"):
				return "error ResourceNotFoundException"
			}
			return "error AccessDeniedException"
		},
		"ListTagsForResource": func(in ask) string {
			if in.Get("ResourceArn") == set("night") {
				return "error AccessDeniedException"
			}
			return `{"Tags":[{"Key":"DataClass","Value":"PHI"}]}`
		},
	}}
	seen := f.audit(t, ssoTypes)
	seen.check(t, map[string]map[string]any{
		"aws_ssoadmin_instance " + ownCenter:           {"owner_account_id": "123456789012", "status": "ACTIVE"},
		"aws_ssoadmin_instance " + otherCenter:         {"owner_account_id": "999900001111"},
		"aws_ssoadmin_permission_set " + set("ward"):   {"name": "ward", "session_duration": "PT8H", "tags_all": map[string]any{"DataClass": "PHI"}},
		"aws_ssoadmin_permission_set " + set("night"):  {"session_duration": "PT1H", "tags_all": "unknown: sso:ListTagsForResource"},
		"aws_ssoadmin_permission_set " + set("hidden"): {"arn": set("hidden"), "unread": "sso:DescribePermissionSet"},
	})
	want := []string{
		"eu-west-1 sso:DescribePermissionSet of " + set("hidden") + ": settled",
		"eu-west-1 sso:ListTagsForResource of " + set("night") + ": settled",
	}
	if diff := cmp.Diff(want, seen.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestIdentityCenterDenied(t *testing.T) {
	want := []string{"eu-west-1 sso:ListInstances: aws_ssoadmin_instance aws_ssoadmin_permission_set"}
	if diff := cmp.Diff(want, (&fake{}).audit(t, ssoTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
