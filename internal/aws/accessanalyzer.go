package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer"
	"github.com/aws/aws-sdk-go-v2/service/accessanalyzer/types"
)

// An analyzer that is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamaccessanalyzer.html
var (
	listAnalyzers    = operation{service: "access-analyzer", name: "ListAnalyzers"}
	listFindingsOfV2 = operation{service: "access-analyzer", name: "ListFindingsV2", action: "access-analyzer:ListFindings", absent: []string{"ResourceNotFoundException"}}
)

func accessanalyzerParts() []part {
	return []part{
		{types: []string{"aws_accessanalyzer_analyzer", "aws_accessanalyzer_status"}, uses: []operation{listAnalyzers}, run: readAnalyzers},
		{types: []string{"aws_accessanalyzer_finding"}, uses: []operation{listAnalyzers, listFindingsOfV2}, run: readAnalyzerFindings},
	}
}

func (p *place) accessanalyzer() *accessanalyzer.Client {
	return accessanalyzer.NewFromConfig(p.config())
}

type analyzer struct {
	types.AnalyzerSummary
	read read
}

// analyzers lists a Region's analyzers once; what failed is a gap of the part.
func analyzers(ctx context.Context, p *place) []analyzer {
	all, err := once(p, "analyzers", func() (all []analyzer, err error) {
		pages := accessanalyzer.NewListAnalyzersPaginator(p.accessanalyzer(), &accessanalyzer.ListAnalyzersInput{})
		err = listPages(ctx, p, listAnalyzers, "", pages, func(page *accessanalyzer.ListAnalyzersOutput, r read) {
			for _, a := range page.Analyzers {
				all = append(all, analyzer{a, r})
			}
		})
		return all, err
	})
	p.lost(listAnalyzers, "", err)
	return all
}

// readAnalyzers emits each analyzer, and as a type of ours what Terraform has no attribute
// for: whether it works.
func readAnalyzers(ctx context.Context, p *place) {
	for _, a := range analyzers(ctx, p) {
		p.emitWanted(item{typ: "aws_accessanalyzer_analyzer", name: or(a.Name, ""), arn: or(a.Arn, ""), read: a.read, attrs: attrs{
			"id": a.Name, "analyzer_name": a.Name, "arn": a.Arn, "type": a.Type, "tags_all": a.Tags, "region": p.region,
		}})
		p.emitWanted(item{typ: "aws_accessanalyzer_status", name: or(a.Name, ""), arn: or(a.Arn, ""), read: a.read, attrs: attrs{
			"analyzer_arn": a.Arn, "type": a.Type, "status": a.Status,
		}})
	}
}

// foundTypes are the types that may hold PHI, and the attribute of a finding that names a
// resource of each: what is of another type is no missing member of it.
var foundTypes = map[types.ResourceType]string{
	types.ResourceTypeAwsS3Bucket: "bucket", types.ResourceTypeAwsKmsKey: "key", types.ResourceTypeAwsSecretsmanagerSecret: "secret",
	types.ResourceTypeAwsDynamodbTable: "table", types.ResourceTypeAwsEfsFilesystem: "file_system", types.ResourceTypeAwsSqsQueue: "queue",
	types.ResourceTypeAwsSnsTopic: "topic", types.ResourceTypeAwsRdsDbsnapshot: "snapshot", types.ResourceTypeAwsRdsDbclustersnapshot: "cluster_snapshot",
	types.ResourceTypeAwsEc2Snapshot: "disk_snapshot",
}

// readAnalyzerFindings emits what the analyzers of external access found and nobody has
// archived or resolved. What it found about unused access is no matter of it.
func readAnalyzerFindings(ctx context.Context, p *place) {
	forEach(ctx, analyzers(ctx, p), func(ctx context.Context, a analyzer) {
		if a.Type != types.TypeAccount && a.Type != types.TypeOrganization {
			return
		}
		pages := accessanalyzer.NewListFindingsV2Paginator(p.accessanalyzer(), &accessanalyzer.ListFindingsV2Input{
			AnalyzerArn: a.Arn, Filter: map[string]types.Criterion{"status": {Eq: []string{string(types.FindingStatusActive)}}},
		})
		err := listPages(ctx, p, listFindingsOfV2, or(a.Name, ""), pages, func(page *accessanalyzer.ListFindingsV2Output, r read) {
			for _, f := range page.Findings {
				it := item{typ: "aws_accessanalyzer_finding", name: or(f.Id, ""), read: r, attrs: attrs{
					"finding_id": f.Id, "analyzer_arn": a.Arn, "status": f.Status, "created_at": f.CreatedAt, "updated_at": f.UpdatedAt,
					"resource": optional(f.Resource), "resource_type": f.ResourceType, "resource_owner_account": f.ResourceOwnerAccount,
				}}
				for typ, name := range foundTypes {
					if it.attrs[name] = nil; typ == f.ResourceType {
						it.attrs[name] = f.Resource
					}
				}
				p.emit(it)
			}
		})
		p.lost(listFindingsOfV2, or(a.Name, ""), err)
	})
}
