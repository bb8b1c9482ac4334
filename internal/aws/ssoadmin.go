package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ssoadmin"
	"github.com/aws/aws-sdk-go-v2/service/ssoadmin/types"
)

// A permission set that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html
var (
	listSSOInstances      = operation{service: "sso", name: "ListInstances"}
	listPermissionSets    = operation{service: "sso", name: "ListPermissionSets"}
	describePermissionSet = operation{service: "sso", name: "DescribePermissionSet", absent: []string{"ResourceNotFoundException"}}
	listPermissionSetTags = operation{service: "sso", name: "ListTagsForResource"}
)

func ssoadminParts() []part {
	return []part{
		{types: []string{"aws_ssoadmin_instance"}, uses: []operation{listSSOInstances}, run: readSSOInstances},
		{
			types: []string{"aws_ssoadmin_permission_set"},
			uses:  []operation{listSSOInstances, listPermissionSets, describePermissionSet, listPermissionSetTags}, run: readPermissionSets,
		},
	}
}

func (p *place) ssoadmin() *ssoadmin.Client { return ssoadmin.NewFromConfig(p.config()) }

// ssoInstance is an instance of IAM Identity Center as it is listed.
type ssoInstance struct {
	types.InstanceMetadata
	read read
}

// ssoInstances lists a Region's instances once. An account sees the one of its
// organization as well; what failed is a gap of the part.
func ssoInstances(ctx context.Context, p *place) []ssoInstance {
	all, err := once(p, "instances of Identity Center", func() (all []ssoInstance, err error) {
		pages := ssoadmin.NewListInstancesPaginator(p.ssoadmin(), &ssoadmin.ListInstancesInput{})
		err = listPages(ctx, p, listSSOInstances, "", pages, func(page *ssoadmin.ListInstancesOutput, r read) {
			for _, instance := range page.Instances {
				all = append(all, ssoInstance{instance, r})
			}
		})
		return all, err
	})
	p.lost(listSSOInstances, "", err)
	return all
}

func readSSOInstances(ctx context.Context, p *place) {
	for _, instance := range ssoInstances(ctx, p) {
		p.emit(item{typ: "aws_ssoadmin_instance", name: or(instance.InstanceArn, ""), arn: or(instance.InstanceArn, ""), read: instance.read, attrs: attrs{
			"instance_arn": instance.InstanceArn, "owner_account_id": instance.OwnerAccountId, "status": instance.Status,
		}})
	}
}

// readPermissionSets asks for those of the account's own instance: those of the
// organization are read in the account that owns it.
func readPermissionSets(ctx context.Context, p *place) {
	for _, instance := range ssoInstances(ctx, p) {
		if owner := or(instance.OwnerAccountId, ""); owner != "" && owner != p.account.id {
			continue
		}
		var sets []string
		id := or(instance.InstanceArn, "")
		pages := ssoadmin.NewListPermissionSetsPaginator(p.ssoadmin(), &ssoadmin.ListPermissionSetsInput{InstanceArn: &id})
		list(ctx, p, listPermissionSets, pages, func(page *ssoadmin.ListPermissionSetsOutput, _ read) {
			sets = append(sets, page.PermissionSets...)
		})
		forEach(ctx, sets, func(ctx context.Context, arn string) { p.permissionSet(ctx, id, arn) })
	}
}

// permissionSet emits one. Without a length of its own its sessions last an hour.
// Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
func (p *place) permissionSet(ctx context.Context, instance, arn string) {
	out, r, err := get(ctx, p, describePermissionSet, arn, p.ssoadmin().DescribePermissionSet, &ssoadmin.DescribePermissionSetInput{InstanceArn: &instance, PermissionSetArn: &arn})
	if isAbsent(err) {
		return
	}
	it := item{typ: "aws_ssoadmin_permission_set", name: arn, arn: arn, read: r, reads: map[string]read{}, unread: asFailure(err), attrs: attrs{}}
	p.lostOne(r, err)
	if err == nil && out.PermissionSet != nil {
		set := out.PermissionSet
		it.attrs = attrs{"name": set.Name, "session_duration": or(set.SessionDuration, "PT1H"), "description": optional(set.Description)}
	}
	it.attrs["id"], it.attrs["arn"], it.attrs["instance_arn"], it.attrs["region"] = arn+","+instance, arn, instance, p.region
	tags, tagsRead := p.permissionSetTags(ctx, instance, arn)
	if it.attrs["tags_all"] = tags; tagsRead.call != nil {
		it.reads["tags_all"] = tagsRead
	}
	p.emit(it)
}

func (p *place) permissionSetTags(ctx context.Context, instance, arn string) (any, read) {
	tags, last := map[string]string{}, read{}
	pages := ssoadmin.NewListTagsForResourcePaginator(p.ssoadmin(), &ssoadmin.ListTagsForResourceInput{InstanceArn: &instance, ResourceArn: &arn})
	err := listPages(ctx, p, listPermissionSetTags, arn, pages, func(page *ssoadmin.ListTagsForResourceOutput, r read) {
		last = r
		for _, t := range page.Tags {
			tags[or(t.Key, "")] = or(t.Value, "")
		}
	})
	if f := asFailure(err); f != nil {
		p.run.lose(p, named(listPermissionSetTags, arn), f, nil)
		return f, last
	}
	return tags, last
}
