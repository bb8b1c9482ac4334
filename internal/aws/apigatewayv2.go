package aws

import (
	"context"
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2"
	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2/types"
)

// HTTP and WebSocket APIs are read under the same action as REST APIs.
var (
	getAPIs      = operation{service: "apigateway", name: "GetApis", action: "apigateway:GET"}
	getAPIStages = operation{service: "apigateway", name: "GetStages", action: "apigateway:GET", absent: []string{"NotFoundException"}}
	getAPIRoutes = operation{service: "apigateway", name: "GetRoutes", action: "apigateway:GET", absent: []string{"NotFoundException"}}
)

func apigatewayv2Parts() []part {
	return []part{
		{types: []string{"aws_apigatewayv2_api"}, uses: []operation{getAPIs}, run: readAPIs},
		{types: []string{"aws_apigatewayv2_stage"}, uses: []operation{getAPIs, getAPIStages}, run: readAPIStages},
		{types: []string{"aws_apigatewayv2_route"}, uses: []operation{getAPIs, getAPIRoutes}, run: readAPIRoutes},
	}
}

type apiOptions = func(*apigatewayv2.Options)

func (p *place) apigatewayv2() *apigatewayv2.Client { return apigatewayv2.NewFromConfig(p.config()) }

// nextToken is how these listings go on; the SDK has no paginators for them.
func nextToken[Out any](out *Out, err error, token func(*Out) *string) (*Out, *string, error) {
	if err != nil {
		return nil, nil, err
	}
	return out, token(out), nil
}

// apis lists the HTTP and WebSocket APIs of a Region once; what failed is a gap of the part.
func apis(ctx context.Context, p *place) []found[types.Api] {
	pages := &marked[apigatewayv2.GetApisOutput, apigatewayv2.Options]{ask: func(ctx context.Context, at *string, opts ...apiOptions) (*apigatewayv2.GetApisOutput, *string, error) {
		out, err := p.apigatewayv2().GetApis(ctx, &apigatewayv2.GetApisInput{NextToken: at}, opts...)
		return nextToken(out, err, func(out *apigatewayv2.GetApisOutput) *string { return out.NextToken })
	}}
	all, err := everything(ctx, p, getAPIs, pages, func(page *apigatewayv2.GetApisOutput) []types.Api { return page.Items })
	p.lost(getAPIs, "", err)
	return all
}

func readAPIs(ctx context.Context, p *place) {
	for _, api := range apis(ctx, p) {
		arn := p.apiARN("/apis/" + or(api.one.ApiId, ""))
		p.emit(item{typ: "aws_apigatewayv2_api", name: or(api.one.ApiId, ""), arn: arn, read: api.read, attrs: attrs{
			"id": api.one.ApiId, "arn": arn, "name": api.one.Name, "protocol_type": api.one.ProtocolType, "body": nil, "target": nil, // what they describe is listed
			"disable_execute_api_endpoint": or(api.one.DisableExecuteApiEndpoint, false), "tags_all": tagMap(api.one.Tags), "region": p.region,
		}})
	}
}

func readAPIStages(ctx context.Context, p *place) {
	forEach(ctx, apis(ctx, p), func(ctx context.Context, api found[types.Api]) {
		id := or(api.one.ApiId, "")
		pages := &marked[apigatewayv2.GetStagesOutput, apigatewayv2.Options]{ask: func(ctx context.Context, at *string, opts ...apiOptions) (*apigatewayv2.GetStagesOutput, *string, error) {
			out, err := p.apigatewayv2().GetStages(ctx, &apigatewayv2.GetStagesInput{ApiId: &id, NextToken: at}, opts...)
			return nextToken(out, err, func(out *apigatewayv2.GetStagesOutput) *string { return out.NextToken })
		}}
		err := listPages(ctx, p, getAPIStages, id, pages, func(page *apigatewayv2.GetStagesOutput, r read) {
			for _, stage := range page.Items {
				p.emitAPIStage(r, id, stage)
			}
		})
		p.lost(getAPIStages, id, err)
	})
}

func (p *place) emitAPIStage(r read, api string, stage types.Stage) {
	name := or(stage.StageName, "")
	arn := p.apiARN("/apis/" + api + "/stages/" + name)
	logs, first, routes := []attrs{}, []attrs{}, []attrs{}
	if l := stage.AccessLogSettings; l != nil && or(l.DestinationArn, "") != "" {
		logs = append(logs, attrs{"destination_arn": l.DestinationArn, "format": optional(l.Format)})
	}
	if s := stage.DefaultRouteSettings; s != nil {
		first = append(first, routeSettings(*s))
	}
	for _, key := range slices.Sorted(maps.Keys(stage.RouteSettings)) {
		s := routeSettings(stage.RouteSettings[key])
		s["route_key"] = key
		routes = append(routes, s)
	}
	p.emit(item{typ: "aws_apigatewayv2_stage", name: api + "/" + name, arn: arn, read: r, attrs: attrs{
		"id": name, "arn": arn, "api_id": api, "name": stage.StageName, "access_log_settings": logs, "default_route_settings": first, "route_settings": routes,
		"tags_all": tagMap(stage.Tags), "region": p.region,
	}})
}

// routeSettings are off where the answer leaves them out: HTTP APIs have none of these.
// Source: https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
func routeSettings(s types.RouteSettings) attrs {
	return attrs{"data_trace_enabled": or(s.DataTraceEnabled, false), "logging_level": optional(s.LoggingLevel), "detailed_metrics_enabled": or(s.DetailedMetricsEnabled, false)}
}

func readAPIRoutes(ctx context.Context, p *place) {
	forEach(ctx, apis(ctx, p), func(ctx context.Context, api found[types.Api]) {
		id := or(api.one.ApiId, "")
		pages := &marked[apigatewayv2.GetRoutesOutput, apigatewayv2.Options]{ask: func(ctx context.Context, at *string, opts ...apiOptions) (*apigatewayv2.GetRoutesOutput, *string, error) {
			out, err := p.apigatewayv2().GetRoutes(ctx, &apigatewayv2.GetRoutesInput{ApiId: &id, NextToken: at}, opts...)
			return nextToken(out, err, func(out *apigatewayv2.GetRoutesOutput) *string { return out.NextToken })
		}}
		err := listPages(ctx, p, getAPIRoutes, id, pages, func(page *apigatewayv2.GetRoutesOutput, r read) {
			for _, route := range page.Items {
				p.emit(item{typ: "aws_apigatewayv2_route", name: id + "/" + or(route.RouteId, ""), read: r, attrs: attrs{
					"id": route.RouteId, "api_id": id, "route_key": route.RouteKey, "authorization_type": route.AuthorizationType,
					"authorizer_id": optional(route.AuthorizerId), "api_key_required": or(route.ApiKeyRequired, false), "region": p.region,
				}})
			}
		})
		p.lost(getAPIRoutes, id, err)
	})
}
