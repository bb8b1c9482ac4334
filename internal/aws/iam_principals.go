package aws

import (
	"context"
	"net/url"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
)

// readAuthorization reads users, groups, roles and their policies in one listing.
// AWS's own managed policies are left out: they are not the account's, and who has
// them is seen by the ARN in the attachments.
func readAuthorization(ctx context.Context, p *place) {
	pages := iam.NewGetAccountAuthorizationDetailsPaginator(p.iam(), &iam.GetAccountAuthorizationDetailsInput{
		MaxItems: sdk.Int32(1000),
		Filter:   []types.EntityType{types.EntityTypeUser, types.EntityTypeGroup, types.EntityTypeRole, types.EntityTypeLocalManagedPolicy},
	})
	sessions := sessionLengths{}
	if p.wants("aws_iam_role") {
		sessions = roleSessions(ctx, p)
	}
	list(ctx, p, getAccountAuthorizationDetails, pages, func(page *iam.GetAccountAuthorizationDetailsOutput, r read) {
		a := authorization{p, r, sessions}
		if page.UserDetailList == nil || page.GroupDetailList == nil || page.RoleDetailList == nil || page.Policies == nil {
			p.garbled(getAccountAuthorizationDetails, "") // what was not asked for, or is on another page, is an empty list
		}
		for _, u := range page.UserDetailList {
			a.user(u)
		}
		for _, g := range page.GroupDetailList {
			a.group(g)
		}
		for _, role := range page.RoleDetailList {
			a.role(role)
		}
		for _, policy := range page.Policies {
			a.policy(policy)
		}
	})
}

// authorization is one page of the listing.
type authorization struct {
	p        *place
	read     read
	sessions sessionLengths
}

// sessionLengths are how many seconds a session of a role may last, by the role's ARN: that
// listing does not say it. What is not there was created since, or the call failed.
type sessionLengths struct {
	seconds map[string]*int32
	read    read
	failure *failure
}

func roleSessions(ctx context.Context, p *place) sessionLengths {
	out := sessionLengths{seconds: map[string]*int32{}}
	pages := iam.NewListRolesPaginator(p.iam(), &iam.ListRolesInput{MaxItems: sdk.Int32(1000)})
	err := listPages(ctx, p, listRoles, "", pages, func(page *iam.ListRolesOutput, r read) {
		out.read = r
		for _, role := range page.Roles {
			out.seconds[or(role.Arn, "")] = role.MaxSessionDuration
		}
	})
	if out.failure = asFailure(err); out.failure != nil {
		p.run.lose(p, named(listRoles, ""), out.failure, nil)
	}
	return out
}

// of is a role's attribute and the call that showed it.
func (s sessionLengths) of(arn string) (any, map[string]read) {
	seconds, ok := s.seconds[arn]
	var reads map[string]read
	if s.read.call != nil {
		reads = map[string]read{"max_session_duration": s.read}
	}
	if !ok && s.failure != nil {
		return s.failure, reads
	}
	return seconds, reads
}

func (a authorization) emit(it item) {
	it.read = a.read
	a.p.emitWanted(it)
}

func (a authorization) user(u types.UserDetail) {
	name := or(u.UserName, "")
	a.emit(item{typ: "aws_iam_user", name: name, arn: or(u.Arn, ""), attrs: attrs{
		"id": u.UserName, "name": u.UserName, "arn": u.Arn, "path": u.Path, "unique_id": u.UserId,
		"permissions_boundary": boundary(u.PermissionsBoundary), "tags_all": tagsOf(u.Tags, tagOfIAM),
	}})
	if len(u.GroupList) > 0 {
		a.emit(item{typ: "aws_iam_user_group_membership", name: name, attrs: attrs{"id": u.UserName, "user": u.UserName, "groups": texts(u.GroupList)}})
	}
	a.grants("user", name, u.UserPolicyList, u.AttachedManagedPolicies)
}

func (a authorization) group(g types.GroupDetail) {
	name := or(g.GroupName, "")
	a.emit(item{typ: "aws_iam_group", name: name, arn: or(g.Arn, ""), attrs: attrs{
		"id": g.GroupName, "name": g.GroupName, "arn": g.Arn, "path": g.Path, "unique_id": g.GroupId,
	}})
	if g.GroupPolicyList == nil {
		a.p.garbled(getAccountAuthorizationDetails, "")
	}
	a.grants("group", name, g.GroupPolicyList, g.AttachedManagedPolicies)
}

func (a authorization) role(role types.RoleDetail) {
	name := or(role.RoleName, "")
	seconds, reads := a.sessions.of(or(role.Arn, ""))
	a.emit(item{typ: "aws_iam_role", name: name, arn: or(role.Arn, ""), reads: reads, attrs: attrs{
		"id": role.RoleName, "name": role.RoleName, "arn": role.Arn, "path": role.Path, "unique_id": role.RoleId,
		"create_date": role.CreateDate, "max_session_duration": seconds, "assume_role_policy": policyText(role.AssumeRolePolicyDocument),
		"permissions_boundary": boundary(role.PermissionsBoundary), "tags_all": tagsOf(role.Tags, tagOfIAM),
	}})
	if role.RolePolicyList == nil {
		a.p.garbled(getAccountAuthorizationDetails, "")
	}
	a.grants("role", name, role.RolePolicyList, role.AttachedManagedPolicies)
}

// grants emits what a user, group or role may do: its inline policies and the
// attachments of managed ones. Of these there is always a list; a user without inline
// policies may have none of them.
func (a authorization) grants(kind, holder string, inline []types.PolicyDetail, attached []types.AttachedPolicy) {
	if attached == nil {
		a.p.garbled(getAccountAuthorizationDetails, "")
	}
	for _, policy := range inline {
		id := holder + ":" + or(policy.PolicyName, "")
		a.emit(item{typ: "aws_iam_" + kind + "_policy", name: id, attrs: attrs{
			"id": id, kind: holder, "name": policy.PolicyName, "policy": policyText(policy.PolicyDocument),
		}})
	}
	for _, policy := range attached {
		id := holder + "/" + or(policy.PolicyArn, "")
		a.emit(item{typ: "aws_iam_" + kind + "_policy_attachment", name: id, attrs: attrs{
			"id": id, kind: holder, "policy_arn": policy.PolicyArn,
		}})
	}
}

// policy emits a managed policy in its default version, the one that counts.
// The listing holds no tags of policies.
func (a authorization) policy(policy types.ManagedPolicyDetail) {
	arn := or(policy.Arn, "")
	name := or(policy.PolicyName, arn[strings.LastIndexByte(arn, '/')+1:])
	var text *string
	if i := slices.IndexFunc(policy.PolicyVersionList, func(v types.PolicyVersion) bool { return v.IsDefaultVersion }); i >= 0 {
		text = policy.PolicyVersionList[i].Document
	}
	a.emit(item{typ: "aws_iam_policy", name: name, arn: arn, attrs: attrs{
		"id": policy.Arn, "arn": policy.Arn, "name": name, "path": policy.Path, "policy_id": policy.PolicyId,
		"attachment_count": policy.AttachmentCount, "policy": policyText(text),
	}})
}

// policyText decodes a policy document, which IAM percent-encodes by RFC 3986: a
// plus sign stands for itself. What does not decode is unknown.
// Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html
func policyText(encoded *string) *string {
	if encoded == nil {
		return nil
	}
	text, err := url.PathUnescape(*encoded)
	if err != nil {
		return nil
	}
	return &text
}

// boundary is the ARN of the policy that bounds a user or role, null for none.
func boundary(b *types.AttachedPermissionsBoundary) any {
	if b == nil {
		return nil
	}
	return b.PermissionsBoundaryArn
}

// readSAMLProviders emits the providers of identities from outside. IAM Identity Center adds
// one of its own to each account that it serves.
// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-and-iam-identity-provider.html
func readSAMLProviders(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, listSAMLProviders, "", p.iam().ListSAMLProviders, &iam.ListSAMLProvidersInput{})
	if p.lost(listSAMLProviders, "", err) {
		return
	}
	for _, provider := range out.SAMLProviderList {
		arn := or(provider.Arn, "")
		p.emit(item{typ: "aws_iam_saml_provider", name: arn[strings.LastIndexByte(arn, '/')+1:], arn: arn, read: r, attrs: attrs{
			"id": provider.Arn, "arn": provider.Arn, "name": arn[strings.LastIndexByte(arn, '/')+1:],
		}})
	}
}

func tagOfIAM(t types.Tag) (key, value *string) { return t.Key, t.Value }
