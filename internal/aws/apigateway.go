package aws

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/apigateway"
	"github.com/aws/aws-sdk-go-v2/service/apigateway/types"
)

// One action allows every read of API Gateway.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html
var (
	getRestAPIs        = operation{service: "apigateway", name: "GetRestApis", action: "apigateway:GET"}
	getRestStages      = operation{service: "apigateway", name: "GetStages", action: "apigateway:GET", absent: []string{"NotFoundException"}}
	getRestResources   = operation{service: "apigateway", name: "GetResources", action: "apigateway:GET", absent: []string{"NotFoundException"}}
	getRestDomainNames = operation{service: "apigateway", name: "GetDomainNames", action: "apigateway:GET"}
	mostAPIs           = sdk.Int32(500)
)

var (
	restStageTypes  = []string{"aws_api_gateway_stage", "aws_api_gateway_method_settings"}
	restMethodTypes = []string{"aws_api_gateway_method", "aws_api_gateway_integration"}
)

func apigatewayParts() []part {
	return []part{
		{types: []string{"aws_api_gateway_rest_api"}, uses: []operation{getRestAPIs}, run: readRestAPIs},
		{types: restStageTypes, uses: []operation{getRestAPIs, getRestStages}, run: readRestStages},
		{types: restMethodTypes, uses: []operation{getRestAPIs, getRestResources}, run: readRestMethods},
		{types: []string{"aws_api_gateway_domain_name"}, uses: []operation{getRestDomainNames}, run: readRestDomainNames},
	}
}

func (p *place) apigateway() *apigateway.Client { return apigateway.NewFromConfig(p.config()) }

// apiARN is that of a part of API Gateway, which names no account.
// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html
func (p *place) apiARN(path string) string {
	return "arn:" + p.account.partition + ":apigateway:" + p.region + "::" + path
}

// restAPIs lists the REST APIs of a Region once; what failed is a gap of the part.
func restAPIs(ctx context.Context, p *place) []found[types.RestApi] {
	all, err := everything(ctx, p, getRestAPIs, apigateway.NewGetRestApisPaginator(p.apigateway(), &apigateway.GetRestApisInput{Limit: mostAPIs}),
		func(page *apigateway.GetRestApisOutput) []types.RestApi { return page.Items })
	p.lost(getRestAPIs, "", err)
	return all
}

func readRestAPIs(ctx context.Context, p *place) {
	for _, api := range restAPIs(ctx, p) {
		id := or(api.one.Id, "")
		arn := p.apiARN("/restapis/" + id)
		endpoints := missing()
		if c := api.one.EndpointConfiguration; c != nil {
			endpoints = []attrs{{"types": texts(c.Types), "vpc_endpoint_ids": texts(c.VpcEndpointIds)}}
		}
		p.emit(item{typ: "aws_api_gateway_rest_api", name: id, arn: arn, read: api.read, attrs: attrs{
			"id": api.one.Id, "arn": arn, "name": api.one.Name, "policy": optional(unescaped(api.one.Policy)), "endpoint_configuration": endpoints,
			"body":                         nil, // what it describes is listed
			"disable_execute_api_endpoint": api.one.DisableExecuteApiEndpoint, "tags_all": tagMap(api.one.Tags), "region": p.region,
		}})
	}
}

// unescaped is a policy without the backslashes that API Gateway puts before its quotes.
func unescaped(policy *string) *string {
	if policy == nil || !strings.HasPrefix(strings.TrimSpace(*policy), `{\`) {
		return policy
	}
	if plain, err := strconv.Unquote(`"` + *policy + `"`); err == nil {
		return &plain
	}
	return policy
}

// tagMap says that there are no tags where an answer leaves them out.
func tagMap(tags map[string]string) map[string]string {
	if tags == nil {
		return map[string]string{}
	}
	return tags
}

func readRestStages(ctx context.Context, p *place) {
	forEach(ctx, restAPIs(ctx, p), func(ctx context.Context, api found[types.RestApi]) {
		id := or(api.one.Id, "")
		out, r, err := get(ctx, p, getRestStages, id, p.apigateway().GetStages, &apigateway.GetStagesInput{RestApiId: api.one.Id})
		if p.lost(getRestStages, id, err); err != nil {
			return
		}
		for _, stage := range out.Item {
			p.emitRestStage(r, id, stage)
		}
	})
}

// emitRestStage enters a stage, and what it sets for its methods, each as a resource.
func (p *place) emitRestStage(r read, api string, stage types.Stage) {
	name := or(stage.StageName, "")
	arn := p.apiARN("/restapis/" + api + "/stages/" + name)
	logs := []attrs{}
	if l := stage.AccessLogSettings; l != nil && or(l.DestinationArn, "") != "" {
		logs = append(logs, attrs{"destination_arn": l.DestinationArn, "format": optional(l.Format)})
	}
	p.emitWanted(item{typ: restStageTypes[0], name: api + "/" + name, arn: arn, read: r, attrs: attrs{
		"id": "ags-" + api + "-" + name, "arn": arn, "rest_api_id": api, "stage_name": stage.StageName, "deployment_id": stage.DeploymentId, "access_log_settings": logs,
		"cache_cluster_enabled": stage.CacheClusterEnabled, "client_certificate_id": optional(stage.ClientCertificateId), "xray_tracing_enabled": stage.TracingEnabled,
		"tags_all": tagMap(stage.Tags), "region": p.region,
	}})
	for _, path := range slices.Sorted(maps.Keys(stage.MethodSettings)) {
		s := stage.MethodSettings[path]
		id := api + "-" + name + "-" + path
		p.emitWanted(item{typ: restStageTypes[1], name: id, read: r, attrs: attrs{
			"id": id, "rest_api_id": api, "stage_name": stage.StageName, "method_path": path, "region": p.region, "settings": []attrs{{
				"logging_level": s.LoggingLevel, "data_trace_enabled": s.DataTraceEnabled, "metrics_enabled": s.MetricsEnabled,
				"caching_enabled": s.CachingEnabled, "cache_data_encrypted": s.CacheDataEncrypted,
			}},
		}})
	}
}

// readRestMethods lists the resources of each API with their methods and integrations.
func readRestMethods(ctx context.Context, p *place) {
	forEach(ctx, restAPIs(ctx, p), func(ctx context.Context, api found[types.RestApi]) {
		id := or(api.one.Id, "")
		pages := apigateway.NewGetResourcesPaginator(p.apigateway(), &apigateway.GetResourcesInput{RestApiId: api.one.Id, Embed: []string{"methods"}, Limit: mostAPIs})
		err := listPages(ctx, p, getRestResources, id, pages, func(page *apigateway.GetResourcesOutput, r read) {
			for _, resource := range page.Items {
				for _, verb := range slices.Sorted(maps.Keys(resource.ResourceMethods)) {
					p.emitRestMethod(r, id, or(resource.Id, ""), verb, resource.ResourceMethods[verb])
				}
			}
		})
		p.lost(getRestResources, id, err)
	})
}

func (p *place) emitRestMethod(r read, api, resource, verb string, m types.Method) {
	name := api + "-" + resource + "-" + verb
	p.emitWanted(item{typ: restMethodTypes[0], name: "agm-" + name, read: r, attrs: attrs{
		"id": "agm-" + name, "rest_api_id": api, "resource_id": resource, "http_method": verb, "authorization": m.AuthorizationType,
		"authorizer_id": optional(m.AuthorizerId), "api_key_required": or(m.ApiKeyRequired, false), "region": p.region,
	}})
	if i := m.MethodIntegration; i != nil {
		p.emitWanted(item{typ: restMethodTypes[1], name: "agi-" + name, read: r, attrs: attrs{
			"id": "agi-" + name, "rest_api_id": api, "resource_id": resource, "http_method": verb, "type": i.Type, "region": p.region,
		}})
	}
}

// readRestDomainNames reads the custom domain names of a Region, those of HTTP APIs too.
func readRestDomainNames(ctx context.Context, p *place) {
	list(ctx, p, getRestDomainNames, apigateway.NewGetDomainNamesPaginator(p.apigateway(), &apigateway.GetDomainNamesInput{Limit: mostAPIs}),
		func(page *apigateway.GetDomainNamesOutput, r read) {
			for _, d := range page.Items {
				arn := or(d.DomainNameArn, p.apiARN("/domainnames/"+or(d.DomainName, "")))
				p.emit(item{typ: "aws_api_gateway_domain_name", name: or(d.DomainName, ""), arn: arn, read: r, attrs: attrs{
					"id": d.DomainName, "arn": arn, "domain_name": d.DomainName, "security_policy": d.SecurityPolicy,
					"certificate_arn": optional(d.CertificateArn), "regional_certificate_arn": optional(d.RegionalCertificateArn), "tags_all": tagMap(d.Tags), "region": p.region,
				}})
			}
		})
}
