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
	getVaultNotifications = operation{service: "backup", name: "GetBackupVaultNotifications", absent: []string{"ResourceNotFoundException"}}
	listReportPlans       = operation{service: "backup", name: "ListReportPlans"}
	listBackupJobs        = operation{service: "backup", name: "ListBackupJobs"}
)

// unsuccessful are the ends of a job that made no backup: it failed, was not begun in its
// window, or was stopped.
var unsuccessful = []types.BackupJobState{types.BackupJobStateFailed, types.BackupJobStateExpired, types.BackupJobStateAborted}

func backupJobParts() []part {
	return []part{
		{types: []string{"aws_backup_vault_notifications"}, uses: []operation{listBackupVaults, getVaultNotifications}, run: readVaultNotifications},
		{types: []string{"aws_backup_report_plan"}, uses: []operation{listReportPlans}, run: readReportPlans},
		{types: []string{"aws_backup_protected_resource"}, uses: []operation{listProtectedResources, listBackupJobs}, run: readProtectedResources},
	}
}

func readVaultNotifications(ctx context.Context, p *place) {
	forEach(ctx, vaults(ctx, p), func(ctx context.Context, v vault) {
		out, r, err := get(ctx, p, getVaultNotifications, v.name(), p.backup().GetBackupVaultNotifications, &backup.GetBackupVaultNotificationsInput{BackupVaultName: v.BackupVaultName})
		known := attrs{"id": v.BackupVaultName, "backup_vault_name": v.BackupVaultName, "backup_vault_arn": v.BackupVaultArn, "region": p.region}
		p.companion(item{typ: "aws_backup_vault_notifications", name: v.name(), read: r}, err, known, func() attrs {
			return attrs{"sns_topic_arn": out.SNSTopicArn, "backup_vault_events": always(out.BackupVaultEvents, texts(out.BackupVaultEvents))}
		})
	})
}

func readReportPlans(ctx context.Context, p *place) {
	list(ctx, p, listReportPlans, backup.NewListReportPlansPaginator(p.backup(), &backup.ListReportPlansInput{MaxResults: sdk.Int32(1000)}),
		func(page *backup.ListReportPlansOutput, r read) {
			for _, plan := range page.ReportPlans {
				p.emit(item{typ: "aws_backup_report_plan", name: or(plan.ReportPlanName, ""), arn: or(plan.ReportPlanArn, ""), read: r, attrs: attrs{
					"id": plan.ReportPlanName, "name": plan.ReportPlanName, "arn": plan.ReportPlanArn, "report_setting": reportSetting(plan.ReportSetting), "region": p.region,
				}})
			}
		})
}

// reportSetting has no Regions for a report on its own.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ReportSetting.html
func reportSetting(s *types.ReportSetting) any {
	if s == nil {
		return missing()
	}
	a := attrs{"report_template": s.ReportTemplate, "regions": nil}
	if len(s.Regions) > 0 {
		a["regions"] = texts(s.Regions)
	}
	return []attrs{a}
}

// protected is what AWS Backup has a backup of.
type protected struct {
	types.ProtectedResource
	read read
}

// protectedResources lists them once; what failed is a gap of the part.
func protectedResources(ctx context.Context, p *place) []protected {
	all, err := once(p, "protected resources", func() (all []protected, err error) {
		err = listPages(ctx, p, listProtectedResources, "", backup.NewListProtectedResourcesPaginator(p.backup(), &backup.ListProtectedResourcesInput{MaxResults: sdk.Int32(1000)}),
			func(page *backup.ListProtectedResourcesOutput, r read) {
				for _, one := range page.Results {
					all = append(all, protected{one, r})
				}
			})
		return all, err
	})
	p.lost(listProtectedResources, "", err)
	return all
}

// failedJob is the last job of a resource that made no backup.
type failedJob struct {
	kind *string
	at   time.Time
	read read
}

// readProtectedResources says when a backup of each resource last failed. What never had a
// backup that succeeded is known by its jobs alone.
func readProtectedResources(ctx context.Context, p *place) {
	failed, jobs, f := failedJobs(ctx, p)
	seen := map[string]item{}
	for _, one := range protectedResources(ctx, p) {
		seen[or(one.ResourceArn, "")] = item{read: one.read, reads: map[string]read{"last_failure_time": jobs}, attrs: attrs{"resource_type": one.ResourceType, "last_failure_time": nil}}
	}
	for arn, job := range failed {
		it, ok := seen[arn]
		if !ok {
			it = item{read: job.read, reads: map[string]read{}, attrs: attrs{"resource_type": job.kind}}
		}
		it.attrs["last_failure_time"], it.reads["last_failure_time"] = job.at, job.read
		seen[arn] = it
	}
	for _, arn := range slices.Sorted(maps.Keys(seen)) {
		it := seen[arn]
		it.typ, it.name, it.attrs["resource_arn"] = "aws_backup_protected_resource", arn, arn
		if f != nil {
			it.attrs["last_failure_time"] = f
		}
		p.emit(it)
	}
}

// failedJobs are the last ones by resource, of the thirty days for which AWS Backup lists its jobs. A failed call hides
// all of them, as a later one may be among what was not listed, and so does a job that does not
// say of what it is, or when.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupJobs.html
func failedJobs(ctx context.Context, p *place) (last map[string]failedJob, jobs read, f *failure) {
	last = map[string]failedJob{}
	for _, state := range unsuccessful {
		in := &backup.ListBackupJobsInput{ByState: state, MaxResults: sdk.Int32(1000)}
		err := listPages(ctx, p, listBackupJobs, string(state), backup.NewListBackupJobsPaginator(p.backup(), in), func(page *backup.ListBackupJobsOutput, r read) {
			jobs = r
			for _, job := range page.BackupJobs {
				arn, at := or(job.ResourceArn, ""), or(job.CompletionDate, or(job.CreationDate, time.Time{}))
				if arn == "" || at.IsZero() {
					f = &failure{op: listBackupJobs, kind: "unreadable"}
				} else if !at.Before(last[arn].at) {
					last[arn] = failedJob{job.ResourceType, at, r}
				}
			}
		})
		if lost := asFailure(err); lost != nil {
			f = lost
		}
		if f != nil {
			p.lost(listBackupJobs, string(state), f)
			return last, jobs, f
		}
	}
	return last, jobs, f
}
