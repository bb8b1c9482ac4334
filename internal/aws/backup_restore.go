package aws

import (
	"context"
	"maps"
	"slices"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/backup"
	"github.com/aws/aws-sdk-go-v2/service/backup/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
var (
	listRestorePlans       = operation{service: "backup", name: "ListRestoreTestingPlans"}
	listRestoreSelections  = operation{service: "backup", name: "ListRestoreTestingSelections", absent: []string{"ResourceNotFoundException"}}
	listProtectedResources = operation{service: "backup", name: "ListProtectedResources"}
	listRestoreJobs        = operation{service: "backup", name: "ListRestoreJobs"}
)

// restoreTestsSince is how far back tests of restores are looked for.
const restoreTestsSince = 62 * 24 * time.Hour

func backupRestoreParts() []part {
	return []part{
		{types: []string{"aws_backup_restore_testing_plan"}, uses: []operation{listRestorePlans}, run: readRestorePlans},
		{types: []string{"aws_backup_restore_testing_selection"}, uses: []operation{listRestorePlans, listRestoreSelections}, run: readRestoreSelections},
		{types: []string{"aws_backup_protected_type"}, uses: []operation{listProtectedResources, listRestoreJobs}, run: readProtectedTypes},
	}
}

type restorePlan struct {
	types.RestoreTestingPlanForList
	read read
}

// restorePlans lists a Region's restore testing plans once; what failed is a gap of the part.
func restorePlans(ctx context.Context, p *place) []restorePlan {
	all, err := once(p, "restore testing plans", func() (all []restorePlan, err error) {
		err = listPages(ctx, p, listRestorePlans, "", backup.NewListRestoreTestingPlansPaginator(p.backup(), &backup.ListRestoreTestingPlansInput{}),
			func(page *backup.ListRestoreTestingPlansOutput, r read) {
				for _, plan := range page.RestoreTestingPlans {
					all = append(all, restorePlan{plan, r})
				}
			})
		return all, err
	})
	p.lost(listRestorePlans, "", err)
	return all
}

func readRestorePlans(ctx context.Context, p *place) {
	for _, plan := range restorePlans(ctx, p) {
		p.emit(item{typ: "aws_backup_restore_testing_plan", name: or(plan.RestoreTestingPlanName, ""), arn: or(plan.RestoreTestingPlanArn, ""), read: plan.read, attrs: attrs{
			"arn": plan.RestoreTestingPlanArn, "name": plan.RestoreTestingPlanName, "schedule_expression": plan.ScheduleExpression, "region": p.region,
		}})
	}
}

func readRestoreSelections(ctx context.Context, p *place) {
	forEach(ctx, restorePlans(ctx, p), func(ctx context.Context, plan restorePlan) {
		name := or(plan.RestoreTestingPlanName, "")
		pages := backup.NewListRestoreTestingSelectionsPaginator(p.backup(), &backup.ListRestoreTestingSelectionsInput{RestoreTestingPlanName: &name})
		err := listPages(ctx, p, listRestoreSelections, name, pages, func(page *backup.ListRestoreTestingSelectionsOutput, r read) {
			for _, s := range page.RestoreTestingSelections {
				p.emit(item{typ: "aws_backup_restore_testing_selection", name: name + " " + or(s.RestoreTestingSelectionName, ""), read: r, attrs: attrs{
					"name": s.RestoreTestingSelectionName, "restore_testing_plan_name": name, "protected_resource_type": s.ProtectedResourceType, "iam_role_arn": s.IamRoleArn, "region": p.region,
				}})
			}
		})
		p.lost(listRestoreSelections, name, err)
	})
}

// readProtectedTypes says of each kind of resource that AWS Backup protects how the last test
// of a restore went.
func readProtectedTypes(ctx context.Context, p *place) {
	kinds := map[string]read{}
	for _, one := range protectedResources(ctx, p) {
		kinds[or(one.ResourceType, "")] = one.read
	}
	if len(kinds) == 0 {
		return
	}
	last := map[string]types.RestoreJobsListMember{}
	var jobs read
	since := p.run.options.Now().Add(-restoreTestsSince)
	err := listPages(ctx, p, listRestoreJobs, "", backup.NewListRestoreJobsPaginator(p.backup(), &backup.ListRestoreJobsInput{ByCreatedAfter: &since, MaxResults: sdk.Int32(1000)}),
		func(page *backup.ListRestoreJobsOutput, r read) {
			jobs = r
			for _, job := range page.RestoreJobs {
				if kind := or(job.ResourceType, ""); tested(job) && !or(last[kind].CreationDate, time.Time{}).After(or(job.CreationDate, time.Time{})) {
					last[kind] = job
				}
			}
		})
	f := asFailure(err)
	if f != nil {
		p.run.lose(p, listRestoreJobs.String(), f, nil)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		a := attrs{"resource_type": kind, "last_test_status": nil, "last_test_time": nil, "last_test_hours": nil}
		reads := map[string]read{}
		if f != nil {
			a["last_test_status"], a["last_test_time"], a["last_test_hours"] = f, f, f
		} else {
			reads["last_test_status"], reads["last_test_time"], reads["last_test_hours"] = jobs, jobs, jobs
			if job, ok := last[kind]; ok {
				maps.Copy(a, testAttrs(job))
			}
		}
		p.emit(item{typ: "aws_backup_protected_type", name: kind, read: kinds[kind], reads: reads, attrs: a})
	}
}

// tested tells whether a restore was the test of a plan and is over.
func tested(job types.RestoreJobsListMember) bool {
	return job.CreatedBy != nil && job.CreatedBy.RestoreTestingPlanArn != nil && job.Status != types.RestoreJobStatusPending && job.Status != types.RestoreJobStatusRunning
}

// testAttrs count what was restored and did not stand the validation as failed.
func testAttrs(job types.RestoreJobsListMember) attrs {
	a := attrs{"last_test_status": job.Status, "last_test_time": job.CreationDate, "last_test_hours": nil}
	if job.ValidationStatus == types.RestoreValidationStatusFailed {
		a["last_test_status"] = types.RestoreJobStatusFailed
	}
	if job.CreationDate != nil && job.CompletionDate != nil {
		a["last_test_hours"] = job.CompletionDate.Sub(*job.CreationDate).Hours()
	}
	return a
}
