package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/backup"
	"github.com/aws/aws-sdk-go-v2/service/backup/types"
)

// Plans and selections that were deleted after they were listed are absent.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
var (
	listBackupPlans      = operation{service: "backup", name: "ListBackupPlans"}
	getBackupPlan        = operation{service: "backup", name: "GetBackupPlan", absent: []string{"ResourceNotFoundException"}}
	listBackupSelections = operation{service: "backup", name: "ListBackupSelections", absent: []string{"ResourceNotFoundException"}}
	getBackupSelection   = operation{service: "backup", name: "GetBackupSelection", absent: []string{"ResourceNotFoundException"}}

	describeRegionSettings = operation{service: "backup", name: "DescribeRegionSettings"}
)

func backupParts() []part {
	return []part{
		{types: []string{"aws_backup_plan"}, uses: []operation{listBackupPlans, getBackupPlan}, run: readBackupPlans},
		{types: []string{"aws_backup_selection"}, uses: []operation{listBackupPlans, listBackupSelections, getBackupSelection}, run: readBackupSelections},
		{types: []string{"aws_backup_region_settings"}, uses: []operation{describeRegionSettings}, run: readBackupRegionSettings},
	}
}

func (p *place) backup() *backup.Client { return backup.NewFromConfig(p.config()) }

// backupPlan is a plan as it is listed.
type backupPlan struct {
	types.BackupPlansListMember
	read read
}

// backupPlans lists a Region's plans once; what failed is a gap of the part.
func backupPlans(ctx context.Context, p *place) []backupPlan {
	all, err := once(p, "backup plans", func() (all []backupPlan, err error) {
		err = listPages(ctx, p, listBackupPlans, "", backup.NewListBackupPlansPaginator(p.backup(), &backup.ListBackupPlansInput{}),
			func(page *backup.ListBackupPlansOutput, r read) {
				for _, plan := range page.BackupPlansList {
					all = append(all, backupPlan{plan, r})
				}
			})
		return all, err
	})
	p.lost(listBackupPlans, "", err)
	return all
}

func readBackupPlans(ctx context.Context, p *place) {
	forEach(ctx, backupPlans(ctx, p), func(ctx context.Context, plan backupPlan) {
		id := or(plan.BackupPlanId, "")
		out, r, err := get(ctx, p, getBackupPlan, id, p.backup().GetBackupPlan, &backup.GetBackupPlanInput{BackupPlanId: &id})
		if isAbsent(err) {
			return
		}
		rules := missing()
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			rules = f
		} else if out.BackupPlan != nil {
			rules = planRules(out.BackupPlan.Rules)
		}
		p.emit(item{
			typ: "aws_backup_plan", name: id, arn: or(plan.BackupPlanArn, p.arn("backup", "backup-plan:"+id)), read: plan.read, reads: map[string]read{"rule": r},
			attrs: attrs{
				"id": id, "arn": plan.BackupPlanArn, "name": plan.BackupPlanName, "version": optional(plan.VersionId), "rule": rules, "region": p.region,
			},
		})
	})
}

// dailyAtFive is when a rule runs that does not say when.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
const dailyAtFive = "cron(0 5 ? * * *)"

func planRules(rules []types.BackupRule) []attrs {
	out := []attrs{}
	for _, r := range rules {
		copies := []attrs{}
		for _, c := range r.CopyActions {
			copies = append(copies, attrs{"destination_vault_arn": c.DestinationBackupVaultArn, "lifecycle": planLifecycle(c.Lifecycle)})
		}
		out = append(out, attrs{
			"rule_name": r.RuleName, "target_vault_name": r.TargetBackupVaultName, "schedule": or(r.ScheduleExpression, dailyAtFive),
			"enable_continuous_backup": or(r.EnableContinuousBackup, false), "lifecycle": planLifecycle(r.Lifecycle), "copy_action": copies,
		})
	}
	return out
}

// planLifecycle has no block for backups that are kept for ever, and null for
// delete_after where they are only moved.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
func planLifecycle(l *types.Lifecycle) []attrs {
	if l == nil {
		return []attrs{}
	}
	return []attrs{{
		"delete_after": optional(l.DeleteAfterDays), "cold_storage_after": optional(l.MoveToColdStorageAfterDays),
		"opt_in_to_archive_for_supported_resources": optional(l.OptInToArchiveForSupportedResources),
	}}
}

func readBackupSelections(ctx context.Context, p *place) {
	forEach(ctx, backupPlans(ctx, p), func(ctx context.Context, plan backupPlan) {
		id := or(plan.BackupPlanId, "")
		var all []types.BackupSelectionsListMember
		var listed read
		err := listPages(ctx, p, listBackupSelections, id, backup.NewListBackupSelectionsPaginator(p.backup(), &backup.ListBackupSelectionsInput{BackupPlanId: &id}),
			func(page *backup.ListBackupSelectionsOutput, r read) {
				all, listed = append(all, page.BackupSelectionsList...), r
			})
		p.lost(listBackupSelections, id, err)
		forEach(ctx, all, func(ctx context.Context, s types.BackupSelectionsListMember) {
			readBackupSelection(ctx, p, id, s, listed)
		})
	})
}

func readBackupSelection(ctx context.Context, p *place, plan string, s types.BackupSelectionsListMember, listed read) {
	id := or(s.SelectionId, "")
	out, r, err := get(ctx, p, getBackupSelection, id, p.backup().GetBackupSelection, &backup.GetBackupSelectionInput{BackupPlanId: &plan, SelectionId: &id})
	if isAbsent(err) {
		return
	}
	it := item{typ: "aws_backup_selection", name: id, read: r, unread: asFailure(err), attrs: attrs{}}
	if p.lostOne(r, err); err != nil {
		it.read = listed
	} else if out.BackupSelection != nil {
		it.attrs = selectionAttrs(*out.BackupSelection)
	}
	for k, v := range (attrs{"id": id, "plan_id": plan, "name": s.SelectionName, "iam_role_arn": s.IamRoleArn, "region": p.region}) {
		it.attrs[k] = v
	}
	p.emit(it)
}

// selectionAttrs has null for resources where only tags select, and no block for
// conditions of which there are none.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
func selectionAttrs(s types.BackupSelection) attrs {
	tags, conditions := []attrs{}, []attrs{}
	for _, t := range s.ListOfTags {
		tags = append(tags, attrs{"type": t.ConditionType, "key": t.ConditionKey, "value": t.ConditionValue})
	}
	if c := s.Conditions; c != nil && len(c.StringEquals)+len(c.StringLike)+len(c.StringNotEquals)+len(c.StringNotLike) > 0 {
		conditions = append(conditions, attrs{
			"string_equals": conditionPairs(c.StringEquals), "string_like": conditionPairs(c.StringLike), "string_not_equals": conditionPairs(c.StringNotEquals), "string_not_like": conditionPairs(c.StringNotLike),
		})
	}
	a := attrs{"resources": nil, "not_resources": nil, "selection_tag": tags, "condition": conditions}
	if len(s.Resources) > 0 {
		a["resources"] = texts(s.Resources)
	}
	if len(s.NotResources) > 0 {
		a["not_resources"] = texts(s.NotResources)
	}
	return a
}

func conditionPairs(all []types.ConditionParameter) []attrs {
	out := []attrs{}
	for _, c := range all {
		out = append(out, attrs{"key": c.ConditionKey, "value": c.ConditionValue})
	}
	return out
}

// readBackupRegionSettings says of which services AWS Backup takes in what selections do not
// name by its type.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeRegionSettings.html
func readBackupRegionSettings(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, describeRegionSettings, "", p.backup().DescribeRegionSettings, &backup.DescribeRegionSettingsInput{})
	if p.lost(describeRegionSettings, "", err) {
		return
	}
	p.emit(item{typ: "aws_backup_region_settings", name: p.region, read: r, attrs: attrs{
		"id": p.region, "region": p.region, "resource_type_opt_in_preference": flags(out.ResourceTypeOptInPreference),
		"resource_type_management_preference": flags(out.ResourceTypeManagementPreference),
	}})
}

// flags are booleans by name.
func flags(all map[string]bool) any {
	if all == nil {
		return missing()
	}
	out := attrs{}
	for name, on := range all {
		out[name] = on
	}
	return out
}
