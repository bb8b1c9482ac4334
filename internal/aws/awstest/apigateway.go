package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/apigateway"
	"github.com/aws/aws-sdk-go-v2/service/apigateway/types"
	"github.com/aws/aws-sdk-go-v2/service/apigatewayv2"
	v2types "github.com/aws/aws-sdk-go-v2/service/apigatewayv2/types"
)

// restAPI is a REST API with one method and one stage.
type restAPI struct {
	label, authorization string
	// settings are what the stage is told, by path.
	settings map[string]string
	security types.SecurityPolicy
}

func (e *estate) restAPI(a restAPI) {
	c := apigateway.NewFromConfig(e.config)
	api := must[*apigateway.CreateRestApiOutput](e)(c.CreateRestApi(e.ctx, &apigateway.CreateRestApiInput{
		Name: &a.label, EndpointConfiguration: &types.EndpointConfiguration{Types: []types.EndpointType{types.EndpointTypePrivate}},
	}))
	e.names["aws_api_gateway_rest_api."+*api.Id] = "aws_api_gateway_rest_api." + a.label
	root := must[*apigateway.GetResourcesOutput](e)(c.GetResources(e.ctx, &apigateway.GetResourcesInput{RestApiId: api.Id})).Items[0].Id
	must[*apigateway.PutMethodOutput](e)(c.PutMethod(e.ctx, &apigateway.PutMethodInput{RestApiId: api.Id, ResourceId: root, HttpMethod: str("GET"), AuthorizationType: &a.authorization}))
	must[*apigateway.PutIntegrationOutput](e)(c.PutIntegration(e.ctx, &apigateway.PutIntegrationInput{RestApiId: api.Id, ResourceId: root, HttpMethod: str("GET"), Type: types.IntegrationTypeMock}))
	deployment := must[*apigateway.CreateDeploymentOutput](e)(c.CreateDeployment(e.ctx, &apigateway.CreateDeploymentInput{RestApiId: api.Id}))
	must[*apigateway.CreateStageOutput](e)(c.CreateStage(e.ctx, &apigateway.CreateStageInput{RestApiId: api.Id, DeploymentId: deployment.Id, StageName: &a.label}))
	e.names["aws_api_gateway_stage."+*api.Id+"/"+a.label] = "aws_api_gateway_stage." + a.label
	for path, value := range a.settings {
		must[*apigateway.UpdateStageOutput](e)(c.UpdateStage(e.ctx, &apigateway.UpdateStageInput{
			RestApiId: api.Id, StageName: &a.label, PatchOperations: []types.PatchOperation{{Op: types.OpReplace, Path: &path, Value: &value}},
		}))
	}
	domain := a.label + ".example.org"
	must[*apigateway.CreateDomainNameOutput](e)(c.CreateDomainName(e.ctx, &apigateway.CreateDomainNameInput{DomainName: &domain, SecurityPolicy: a.security}))
	e.names["aws_api_gateway_domain_name."+domain] = "aws_api_gateway_domain_name." + a.label
}

// httpAPI is an HTTP API with one route and one stage.
func (e *estate) httpAPI(label string, authorization v2types.AuthorizationType, logs *v2types.AccessLogSettings) {
	c := apigatewayv2.NewFromConfig(e.config)
	api := must[*apigatewayv2.CreateApiOutput](e)(c.CreateApi(e.ctx, &apigatewayv2.CreateApiInput{Name: &label, ProtocolType: v2types.ProtocolTypeHttp}))
	e.names["aws_apigatewayv2_api."+*api.ApiId] = "aws_apigatewayv2_api." + label
	must[*apigatewayv2.CreateRouteOutput](e)(c.CreateRoute(e.ctx, &apigatewayv2.CreateRouteInput{ApiId: api.ApiId, RouteKey: str("GET /visits"), AuthorizationType: authorization}))
	must[*apigatewayv2.CreateStageOutput](e)(c.CreateStage(e.ctx, &apigatewayv2.CreateStageInput{ApiId: api.ApiId, StageName: &label, AccessLogSettings: logs}))
	e.names["aws_apigatewayv2_stage."+*api.ApiId+"/"+label] = "aws_apigatewayv2_stage." + label
}

func soundAPIGateway(e *estate) {
	e.restAPI(restAPI{label: "visits", authorization: "AWS_IAM", security: types.SecurityPolicyTls12, settings: map[string]string{
		"/accessLogSettings/destinationArn": "arn:aws:logs:eu-west-1:123456789012:log-group:visits", "/*/*/logging/loglevel": "ERROR", "/*/*/logging/dataTrace": "false", "/tracingEnabled": "true",
	}})
	e.httpAPI("portal", v2types.AuthorizationTypeAwsIam, &v2types.AccessLogSettings{DestinationArn: str("arn:aws:logs:eu-west-1:123456789012:log-group:portal"), Format: str("$context.requestId")})
}

func brokenAPIGateway(e *estate) {
	e.restAPI(restAPI{label: "open", authorization: "NONE", security: types.SecurityPolicyTls10, settings: map[string]string{"/*/*/logging/loglevel": "OFF", "/*/*/logging/dataTrace": "true"}})
	e.httpAPI("open", v2types.AuthorizationTypeNone, nil)
}
