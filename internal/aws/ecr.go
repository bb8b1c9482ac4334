package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/ecr/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html
var (
	describeRepositories = operation{service: "ecr", name: "DescribeRepositories"}
	listRepositoryTags   = operation{service: "ecr", name: "ListTagsForResource"}
	getRepositoryPolicy  = operation{service: "ecr", name: "GetRepositoryPolicy", absent: []string{"RepositoryPolicyNotFoundException", "RepositoryNotFoundException"}}
	getRegistryScanning  = operation{service: "ecr", name: "GetRegistryScanningConfiguration"}
)

func ecrParts() []part {
	return []part{
		{types: []string{"aws_ecr_repository"}, uses: []operation{describeRepositories, listRepositoryTags}, run: readRepositories},
		{types: []string{"aws_ecr_repository_policy"}, uses: []operation{describeRepositories, getRepositoryPolicy}, run: readRepositoryPolicies},
		{types: []string{"aws_ecr_newest_image"}, uses: []operation{describeRepositories, describeRepositoryImages, describeScanFindings}, run: readNewestImages},
		{types: []string{"aws_ecr_registry_scanning_configuration"}, uses: []operation{getRegistryScanning}, run: readRegistryScanning},
	}
}

func (p *place) ecr() *ecr.Client { return ecr.NewFromConfig(p.config()) }

func repositories(ctx context.Context, p *place) []found[types.Repository] {
	all, err := everything(ctx, p, describeRepositories, ecr.NewDescribeRepositoriesPaginator(p.ecr(), &ecr.DescribeRepositoriesInput{}), func(o *ecr.DescribeRepositoriesOutput) []types.Repository { return o.Repositories })
	p.lost(describeRepositories, "", err)
	return all
}

func readRepositories(ctx context.Context, p *place) {
	forEach(ctx, repositories(ctx, p), func(ctx context.Context, f found[types.Repository]) {
		name := or(f.one.RepositoryName, "")
		it := item{typ: "aws_ecr_repository", name: name, arn: or(f.one.RepositoryArn, ""), read: f.read, attrs: repositoryAttrs(f.one)}
		out, r, err := get(ctx, p, listRepositoryTags, name, p.ecr().ListTagsForResource, &ecr.ListTagsForResourceInput{ResourceArn: f.one.RepositoryArn})
		if isGone(err) {
			return
		}
		it.reads = map[string]read{"tags_all": r}
		if failure := asFailure(err); failure != nil {
			p.lostOne(r, failure)
			it.attrs["tags_all"] = failure
		} else {
			it.attrs["tags_all"] = tagsOf(out.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		p.emit(it)
	})
}

func repositoryAttrs(r types.Repository) attrs {
	a := attrs{
		"id": r.RepositoryName, "name": r.RepositoryName, "arn": r.RepositoryArn, "registry_id": r.RegistryId, "repository_url": r.RepositoryUri,
		"image_tag_mutability": r.ImageTagMutability, "image_scanning_configuration": missing(), "encryption_configuration": missing(),
	}
	if s := r.ImageScanningConfiguration; s != nil {
		a["image_scanning_configuration"] = []attrs{{"scan_on_push": s.ScanOnPush}}
	}
	if e := r.EncryptionConfiguration; e != nil {
		a["encryption_configuration"] = []attrs{{"encryption_type": e.EncryptionType, "kms_key": optional(e.KmsKey)}}
	}
	return a
}

func readRepositoryPolicies(ctx context.Context, p *place) {
	forEach(ctx, repositories(ctx, p), func(ctx context.Context, f found[types.Repository]) {
		name := or(f.one.RepositoryName, "")
		out, r, err := get(ctx, p, getRepositoryPolicy, name, p.ecr().GetRepositoryPolicy, &ecr.GetRepositoryPolicyInput{RepositoryName: &name})
		if err != nil {
			p.lost(getRepositoryPolicy, name, err)
			return
		}
		p.emit(item{typ: "aws_ecr_repository_policy", name: name, read: r, attrs: attrs{"id": name, "repository": name, "policy": out.PolicyText, "region": p.region}})
	})
}

// readRegistryScanning reads what the registry of the Region has scanned. It has a
// configuration always: basic scanning without rules where nobody set one.
func readRegistryScanning(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getRegistryScanning, "", p.ecr().GetRegistryScanningConfiguration, &ecr.GetRegistryScanningConfigurationInput{})
	if err == nil && out.ScanningConfiguration == nil {
		err = p.end(r, &unreadable{"it holds no configuration"})
	}
	if err != nil {
		p.lost(getRegistryScanning, "", err)
		return
	}
	rules := []attrs{}
	for _, rule := range out.ScanningConfiguration.Rules {
		filters := []attrs{}
		for _, f := range rule.RepositoryFilters {
			filters = append(filters, attrs{"filter": f.Filter, "filter_type": f.FilterType})
		}
		rules = append(rules, attrs{"scan_frequency": rule.ScanFrequency, "repository_filter": filters})
	}
	p.emit(item{typ: "aws_ecr_registry_scanning_configuration", name: p.account.id, read: r, attrs: attrs{
		"id": p.account.id, "registry_id": out.RegistryId, "scan_type": out.ScanningConfiguration.ScanType, "rule": rules, "region": p.region,
	}})
}
