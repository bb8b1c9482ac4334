resource "aws_api_gateway_rest_api" "open" {
  name = "open"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "open" {
  rest_api_id   = aws_api_gateway_rest_api.open.id
  resource_id   = aws_api_gateway_rest_api.open.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "open" {
  rest_api_id = aws_api_gateway_rest_api.open.id
  resource_id = aws_api_gateway_rest_api.open.root_resource_id
  http_method = aws_api_gateway_method.open.http_method
  type        = "MOCK"
}

resource "aws_api_gateway_stage" "open" {
  rest_api_id   = aws_api_gateway_rest_api.open.id
  deployment_id = "abc123"
  stage_name    = "open"
}

resource "aws_api_gateway_method_settings" "open" {
  rest_api_id = aws_api_gateway_rest_api.open.id
  stage_name  = aws_api_gateway_stage.open.stage_name
  method_path = "*/*"
  settings {
    logging_level      = "OFF"
    data_trace_enabled = true
  }
}

resource "aws_api_gateway_domain_name" "open" {
  domain_name              = "open.example.org"
  security_policy          = "TLS_1_0"
  regional_certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
}

resource "aws_apigatewayv2_api" "open" {
  name          = "open"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "open" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "GET /visits"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_stage" "open" {
  api_id = aws_apigatewayv2_api.open.id
  name   = "open"
}
