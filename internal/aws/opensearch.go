package aws

import (
	"context"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/opensearch"
	"github.com/aws/aws-sdk-go-v2/service/opensearch/types"
)

// Domains of Elasticsearch are listed too.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonopensearchservice.html
var (
	listSearchDomains     = operation{service: "es", name: "ListDomainNames"}
	describeSearchDomains = operation{service: "es", name: "DescribeDomains"}
	listSearchTags        = operation{service: "es", name: "ListTags"}
)

func opensearchParts() []part {
	return []part{{types: []string{"aws_opensearch_domain"}, uses: []operation{listSearchDomains, describeSearchDomains, listSearchTags}, run: readSearchDomains}}
}

func readSearchDomains(ctx context.Context, p *place) {
	client := opensearch.NewFromConfig(p.config())
	listed, _, err := get(ctx, p, listSearchDomains, "", client.ListDomainNames, &opensearch.ListDomainNamesInput{})
	if p.lost(listSearchDomains, "", err) {
		return
	}
	var names []string
	for _, d := range listed.DomainNames {
		names = append(names, or(d.DomainName, ""))
	}
	const atATime = 5 // is what DescribeDomains takes
	forEach(ctx, slices.Collect(slices.Chunk(names, atATime)), func(ctx context.Context, some []string) {
		out, r, err := get(ctx, p, describeSearchDomains, some[0], client.DescribeDomains, &opensearch.DescribeDomainsInput{DomainNames: some})
		if p.lost(describeSearchDomains, some[0], err) {
			return
		}
		for _, d := range out.DomainStatusList {
			if !or(d.Deleted, false) {
				p.searchDomain(ctx, client, d, r)
			}
		}
	})
}

func (p *place) searchDomain(ctx context.Context, client *opensearch.Client, d types.DomainStatus, described read) {
	it := item{typ: "aws_opensearch_domain", name: or(d.DomainName, ""), arn: or(d.ARN, ""), read: described, attrs: searchAttrs(d)}
	it.attrs["region"] = p.region
	tags, r, err := get(ctx, p, listSearchTags, it.name, client.ListTags, &opensearch.ListTagsInput{ARN: &it.arn})
	if it.tag(p, r, err, func() map[string]string {
		return tagsOf(tags.TagList, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
	}) {
		p.emit(it)
	}
}

// searchAttrs has no block where the answer has none by its documented meaning: a domain
// with a public endpoint has no VPC, one that publishes no logs no options for them.
// Source: https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainStatus.html
func searchAttrs(d types.DomainStatus) attrs {
	a := attrs{
		"id": d.ARN, "arn": d.ARN, "domain_id": d.DomainId, "domain_name": d.DomainName, "engine_version": optional(d.EngineVersion), "endpoint": optional(d.Endpoint),
		"access_policies": optional(d.AccessPolicies), "encrypt_at_rest": missing(), "node_to_node_encryption": missing(), "domain_endpoint_options": missing(),
		"advanced_security_options": missing(), "vpc_options": []attrs{},
	}
	if d.AccessPolicies == nil { // a domain without a policy has an empty one
		a["access_policies"] = missing()
	}
	if e := d.EncryptionAtRestOptions; e != nil {
		a["encrypt_at_rest"] = []attrs{{"enabled": e.Enabled, "kms_key_id": optional(e.KmsKeyId)}}
	}
	if n := d.NodeToNodeEncryptionOptions; n != nil {
		a["node_to_node_encryption"] = []attrs{{"enabled": n.Enabled}}
	}
	if o := d.DomainEndpointOptions; o != nil {
		a["domain_endpoint_options"] = []attrs{{"enforce_https": o.EnforceHTTPS, "tls_security_policy": o.TLSSecurityPolicy}}
	}
	if s := d.AdvancedSecurityOptions; s != nil {
		a["advanced_security_options"] = []attrs{{
			"enabled": s.Enabled, "anonymous_auth_enabled": or(s.AnonymousAuthEnabled, false), "internal_user_database_enabled": or(s.InternalUserDatabaseEnabled, false),
		}}
	}
	if v := d.VPCOptions; v != nil && (or(v.VPCId, "") != "" || len(v.SubnetIds) > 0) {
		a["vpc_options"] = []attrs{{"vpc_id": optional(v.VPCId), "subnet_ids": texts(v.SubnetIds), "security_group_ids": texts(v.SecurityGroupIds)}}
	}
	logs := []attrs{}
	for _, typ := range slices.Sorted(maps.Keys(d.LogPublishingOptions)) {
		o := d.LogPublishingOptions[typ]
		logs = append(logs, attrs{"log_type": typ, "enabled": o.Enabled, "cloudwatch_log_group_arn": optional(o.CloudWatchLogsLogGroupArn)})
	}
	a["log_publishing_options"] = logs
	return a
}
