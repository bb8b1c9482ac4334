package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

var apiTypes = []string{
	"aws_api_gateway_rest_api", "aws_api_gateway_stage", "aws_api_gateway_method_settings", "aws_api_gateway_method", "aws_api_gateway_integration",
	"aws_api_gateway_domain_name", "aws_apigatewayv2_api", "aws_apigatewayv2_stage", "aws_apigatewayv2_route",
}

func TestAPIs(t *testing.T) {
	url := startMoto(t)
	environment(t)
	awstest.Sound(t, url, ownAccount)
	s := auditMoto(t, url, apiTypes)
	want := map[string]map[string]string{
		"aws_api_gateway_rest_api":        {"name": `"visits"`, "endpoint_configuration": `[{"types":["PRIVATE"],"vpc_endpoint_ids":[]}]`, "policy": "null", "body": "null"},
		"aws_api_gateway_stage":           {"stage_name": `"visits"`, "xray_tracing_enabled": "true", "cache_cluster_enabled": "false", "client_certificate_id": "null"},
		"aws_api_gateway_method_settings": {"stage_name": `"visits"`, "method_path": `"*/*"`},
		"aws_api_gateway_method":          {"http_method": `"GET"`, "authorization": `"AWS_IAM"`},
		"aws_api_gateway_integration":     {"http_method": `"GET"`, "type": `"MOCK"`},
		"aws_api_gateway_domain_name":     {"domain_name": `"visits.example.org"`, "security_policy": `"TLS_1_2"`},
		"aws_apigatewayv2_api":            {"name": `"portal"`, "protocol_type": `"HTTP"`, "target": "null"},
		"aws_apigatewayv2_stage":          {"name": `"portal"`, "default_route_settings": `[{"data_trace_enabled":false,"detailed_metrics_enabled":false,"logging_level":null}]`, "route_settings": "[]"},
		"aws_apigatewayv2_route":          {"route_key": `"GET /visits"`, "authorization_type": `"AWS_IAM"`},
	}
	for _, r := range s.Resources {
		checkValues(t, r, want[r.Address.Type])
		delete(want, r.Address.Type)
	}
	if len(want) > 0 || len(s.gaps()) > 0 {
		t.Error(want, s.gaps())
	}
}

// TestAPIShapes is about what the emulator does not keep, and about pages.
func TestAPIShapes(t *testing.T) {
	a := &fake{answers: answers{
		"GetRestApis": func(in ask) string {
			if in.Get("position") == "" {
				return `{"item":[],"position":"more"}`
			}
			return `{"item":[{"id":"a","name":"records","policy":"{\\\"Version\\\":\\\"2012-10-17\\\"}"}]}`
		},
		"GetStages /restapis/a/stages": `{"item":[{"stageName":"live","clientCertificateId":"c","cacheClusterEnabled":true,"methodSettings":{"*/*":{"cacheDataEncrypted":true}}}]}`,
		"GetResources":                 `{"item":[{"id":"r","resourceMethods":{"POST":{"httpMethod":"POST","authorizationType":"NONE","methodIntegration":{"type":"HTTP"}},"GET":{}}}]}`,
		"GetApis": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"items":[],"nextToken":"more"}`
			}
			return `{"items":[{"apiId":"b","name":"chat","protocolType":"WEBSOCKET"}]}`
		},
		"GetStages /v2/apis/b/stages": `{"items":[{"stageName":"live","routeSettings":{"say":{"dataTraceEnabled":true}}}]}`,
		"GetRoutes":                   `{"items":[{"routeId":"x","routeKey":"$connect"}]}`,
		"GetDomainNames":              `{"item":[{"domainName":"d"}]}`,
	}}
	s := a.audit(t, apiTypes)
	checkValues(t, s.one(t, "aws_api_gateway_rest_api", "a"), map[string]string{"policy": `"{\"Version\":\"2012-10-17\"}"`, "endpoint_configuration": "unknown: apigateway:GetRestApis"})
	checkValues(t, s.one(t, "aws_api_gateway_stage", "a/live"), map[string]string{"client_certificate_id": `"c"`, "cache_cluster_enabled": "true", "access_log_settings": "[]"})
	checkValues(t, s.one(t, "aws_api_gateway_method", "agm-a-r-POST"), map[string]string{"authorization": `"NONE"`})
	checkValues(t, s.one(t, "aws_api_gateway_method", "agm-a-r-GET"), map[string]string{"authorization": "unknown: apigateway:GetResources"})
	checkValues(t, s.one(t, "aws_api_gateway_integration", "agi-a-r-POST"), map[string]string{"type": `"HTTP"`})
	checkValues(t, s.one(t, "aws_apigatewayv2_stage", "b/live"), map[string]string{
		"route_settings": `[{"data_trace_enabled":true,"detailed_metrics_enabled":false,"logging_level":null,"route_key":"say"}]`, "default_route_settings": "[]",
	})
	checkValues(t, s.one(t, "aws_apigatewayv2_route", "b/x"), map[string]string{"authorization_type": "unknown: apigateway:GetRoutes"})
	checkValues(t, s.one(t, "aws_api_gateway_domain_name", "d"), map[string]string{"security_policy": "unknown: apigateway:GetDomainNames"})
}

func TestAPIsDenied(t *testing.T) {
	a := &fake{answers: answers{"GetRestApis": `{"item":[{"id":"a","name":"records"}]}`, "GetApis": `{"items":[{"apiId":"b","name":"chat"}]}`}}
	want := []string{
		"eu-west-1 apigateway:GetDomainNames: aws_api_gateway_domain_name",
		"eu-west-1 apigateway:GetResources of a: aws_api_gateway_integration aws_api_gateway_method",
		"eu-west-1 apigateway:GetRoutes of b: aws_apigatewayv2_route",
		"eu-west-1 apigateway:GetStages of a: aws_api_gateway_method_settings aws_api_gateway_stage",
		"eu-west-1 apigateway:GetStages of b: aws_apigatewayv2_stage",
	}
	if diff := cmp.Diff(want, a.audit(t, apiTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
