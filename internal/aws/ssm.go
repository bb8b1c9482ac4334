package aws

import (
	"context"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

// What is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
var (
	describeParameters  = operation{service: "ssm", name: "DescribeParameters"}
	listParameterTags   = operation{service: "ssm", name: "ListTagsForResource", absent: []string{"InvalidResourceId"}}
	listDocuments       = operation{service: "ssm", name: "ListDocuments"}
	describeSharing     = operation{service: "ssm", name: "DescribeDocumentPermission", absent: []string{"InvalidDocument"}}
	getDocument         = operation{service: "ssm", name: "GetDocument", absent: []string{"InvalidDocument"}}
	getServiceSetting   = operation{service: "ssm", name: "GetServiceSetting"}
	describeNodes       = operation{service: "ssm", name: "DescribeInstanceInformation"}
	listNodeCompliance  = operation{service: "ssm", name: "ListResourceComplianceSummaries"}
	publicSharing       = "/ssm/documents/console/public-sharing-permission"
	documentsOfTheOwner = []types.DocumentKeyValuesFilter{{Key: sdk.String("Owner"), Values: []string{"Self"}}}
)

func ssmParts() []part {
	return []part{
		{types: []string{"aws_ssm_parameter"}, uses: []operation{describeParameters, listParameterTags}, run: readParameters},
		{types: []string{"aws_ssm_document"}, uses: []operation{listDocuments, describeSharing, getDocument}, run: readDocuments},
		{types: []string{"aws_ssm_service_setting"}, uses: []operation{getServiceSetting}, run: readPublicSharing},
		{types: []string{"aws_ssm_instance_information"}, uses: []operation{describeNodes}, run: readNodes},
		{types: []string{"aws_ssm_resource_compliance"}, uses: []operation{listNodeCompliance}, run: readCompliance},
	}
}

func (p *place) ssm() *ssm.Client { return ssm.NewFromConfig(p.config()) }

// readParameters reads what there is to say about parameters, never a value.
func readParameters(ctx context.Context, p *place) {
	type listed struct {
		types.ParameterMetadata
		read read
	}
	var all []listed
	list(ctx, p, describeParameters, ssm.NewDescribeParametersPaginator(p.ssm(), &ssm.DescribeParametersInput{MaxResults: sdk.Int32(50)}), func(page *ssm.DescribeParametersOutput, r read) {
		for _, m := range page.Parameters {
			all = append(all, listed{m, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, m listed) {
		name := or(m.Name, "")
		arn := or(m.ARN, p.arn("ssm", "parameter/"+strings.TrimPrefix(name, "/")))
		tags, r := parameterTags(ctx, p, name)
		p.emit(item{typ: "aws_ssm_parameter", name: name, arn: arn, read: m.read, reads: map[string]read{"tags_all": r}, attrs: attrs{
			"id": m.Name, "name": m.Name, "arn": arn, "type": m.Type, "key_id": optional(m.KeyId), "tier": optional(m.Tier), "description": optional(m.Description), "tags_all": tags, "region": p.region,
		}})
	})
}

func parameterTags(ctx context.Context, p *place, name string) (any, read) {
	out, r, err := get(ctx, p, listParameterTags, name, p.ssm().ListTagsForResource, &ssm.ListTagsForResourceInput{ResourceId: &name, ResourceType: types.ResourceTypeForTaggingParameter})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	} else if err != nil {
		return map[string]string{}, r
	}
	return tagsOf(out.TagList, func(t types.Tag) (key, value *string) { return t.Key, t.Value }), r
}

// readDocuments reads with whom the account shares its own documents, as Terraform writes
// it: a list of accounts in one text, "All" for everybody.
// Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeDocumentPermission.html
func readDocuments(ctx context.Context, p *place) {
	var all []types.DocumentIdentifier
	var r read
	list(ctx, p, listDocuments, ssm.NewListDocumentsPaginator(p.ssm(), &ssm.ListDocumentsInput{Filters: documentsOfTheOwner, MaxResults: sdk.Int32(50)}), func(page *ssm.ListDocumentsOutput, of read) {
		all, r = append(all, page.DocumentIdentifiers...), of
	})
	forEach(ctx, all, func(ctx context.Context, d types.DocumentIdentifier) {
		name := or(d.Name, "")
		shared, of, err := sharing(ctx, p, name)
		if err != nil && asFailure(err) == nil {
			return
		}
		it := item{typ: "aws_ssm_document", name: name, arn: p.arn("ssm", "document/"+name), read: r, attrs: attrs{
			"id": d.Name, "name": d.Name, "arn": p.arn("ssm", "document/"+name), "document_type": d.DocumentType, "owner": optional(d.Owner), "permissions": nil, "region": p.region,
			"tags_all": tagsOf(d.Tags, func(t types.Tag) (key, value *string) { return t.Key, t.Value }),
		}}
		it.reads = map[string]read{}
		if err == nil {
			it.reads["permissions"] = of
		}
		switch f := asFailure(err); {
		case f != nil:
			p.run.lose(p, named(describeSharing, name), f, nil)
			it.attrs["permissions"] = f
		case len(shared) > 0:
			it.attrs["permissions"] = map[string]string{"type": string(types.DocumentPermissionTypeShare), "account_ids": strings.Join(shared, ",")}
		}
		if name == sessionPreferences {
			it.attrs["content"], it.reads["content"] = preferences(ctx, p)
		}
		p.emit(it)
	})
}

// sharing asks for all accounts that may use a document. The SDK has no pager for it.
func sharing(ctx context.Context, p *place, name string) (accounts []string, r read, err error) {
	pages := &tokens[ssm.DescribeDocumentPermissionOutput, ssm.Options]{ask: func(ctx context.Context, token *string, opts ...func(*ssm.Options)) (*ssm.DescribeDocumentPermissionOutput, *string, error) {
		out, err := p.ssm().DescribeDocumentPermission(ctx, &ssm.DescribeDocumentPermissionInput{Name: &name, PermissionType: types.DocumentPermissionTypeShare, NextToken: token}, opts...)
		if err != nil {
			return nil, nil, err
		}
		return out, out.NextToken, nil
	}}
	whole := true
	err = listPages(ctx, p, describeSharing, name, pages, func(page *ssm.DescribeDocumentPermissionOutput, of read) {
		whole = whole && page.AccountIds != nil
		accounts, r = append(accounts, page.AccountIds...), of
	})
	if err == nil && !whole {
		err = &failure{op: describeSharing, kind: "unreadable"}
	}
	return texts(accounts), r, err
}

// readPublicSharing reads the one setting that says whether documents may be shared with everybody.
func readPublicSharing(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getServiceSetting, publicSharing, p.ssm().GetServiceSetting, &ssm.GetServiceSettingInput{SettingId: &publicSharing})
	if err == nil && out.ServiceSetting == nil {
		err = &failure{op: getServiceSetting, kind: "unreadable"}
	}
	if p.lost(getServiceSetting, publicSharing, err) {
		return
	}
	s := out.ServiceSetting
	p.emit(item{typ: "aws_ssm_service_setting", name: publicSharing, arn: or(s.ARN, ""), read: r, attrs: attrs{
		"id": publicSharing, "setting_id": publicSharing, "setting_value": s.SettingValue, "status": optional(s.Status), "arn": optional(s.ARN), "region": p.region,
	}})
}

// readNodes reads which machines Systems Manager knows, instances and others, and whether their agents answer.
func readNodes(ctx context.Context, p *place) {
	list(ctx, p, describeNodes, ssm.NewDescribeInstanceInformationPaginator(p.ssm(), &ssm.DescribeInstanceInformationInput{MaxResults: sdk.Int32(50)}), func(page *ssm.DescribeInstanceInformationOutput, r read) {
		for _, n := range page.InstanceInformationList {
			p.emit(item{typ: "aws_ssm_instance_information", name: or(n.InstanceId, ""), read: r, attrs: attrs{
				"instance_id": n.InstanceId, "ping_status": n.PingStatus, "last_ping_time": optional(n.LastPingDateTime), "agent_version": optional(n.AgentVersion), "platform_type": optional(n.PlatformType),
			}})
		}
	})
}

// readCompliance reads, of each node and each kind of compliance, what the last look at it said.
func readCompliance(ctx context.Context, p *place) {
	pages := ssm.NewListResourceComplianceSummariesPaginator(p.ssm(), &ssm.ListResourceComplianceSummariesInput{MaxResults: sdk.Int32(50)})
	list(ctx, p, listNodeCompliance, pages, func(page *ssm.ListResourceComplianceSummariesOutput, r read) {
		for _, s := range page.ResourceComplianceSummaryItems {
			id, kind := or(s.ResourceId, ""), or(s.ComplianceType, "")
			a := attrs{"resource_id": s.ResourceId, "compliance_type": s.ComplianceType, "status": s.Status, "overall_severity": optional(s.OverallSeverity), "execution_time": nil}
			if s.ExecutionSummary != nil {
				a["execution_time"] = optional(s.ExecutionSummary.ExecutionTime)
			}
			p.emit(item{typ: "aws_ssm_resource_compliance", name: id + " " + kind, read: r, attrs: a})
		}
	})
}
