resource "aws_api_gateway_rest_api" "visits" {
  name = "visits"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "visits" {
  rest_api_id   = aws_api_gateway_rest_api.visits.id
  resource_id   = aws_api_gateway_rest_api.visits.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "visits" {
  rest_api_id = aws_api_gateway_rest_api.visits.id
  resource_id = aws_api_gateway_rest_api.visits.root_resource_id
  http_method = aws_api_gateway_method.visits.http_method
  type        = "MOCK"
}

resource "aws_api_gateway_stage" "visits" {
  rest_api_id          = aws_api_gateway_rest_api.visits.id
  deployment_id        = "abc123"
  stage_name           = "visits"
  xray_tracing_enabled = true
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:visits"
    format          = "$context.requestId"
  }
}

resource "aws_api_gateway_method_settings" "visits" {
  rest_api_id = aws_api_gateway_rest_api.visits.id
  stage_name  = aws_api_gateway_stage.visits.stage_name
  method_path = "*/*"
  settings {
    logging_level      = "ERROR"
    data_trace_enabled = false
  }
}

resource "aws_api_gateway_domain_name" "visits" {
  domain_name              = "visits.example.org"
  security_policy          = "TLS_1_2"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "portal" {
  api_id             = aws_apigatewayv2_api.portal.id
  route_key          = "GET /visits"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_stage" "portal" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "portal"
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:portal"
    format          = "$context.requestId"
  }
}
