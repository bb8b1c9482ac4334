variable "authorization" {
  type = string
}

variable "policy" {
  type = string
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  resource_id   = aws_api_gateway_rest_api.records.root_resource_id
  http_method   = "GET"
  authorization = var.authorization
}

resource "aws_api_gateway_rest_api" "perhaps_confined" {
  name = "perhaps_confined"
}

resource "aws_api_gateway_method" "perhaps" {
  rest_api_id   = aws_api_gateway_rest_api.perhaps_confined.id
  resource_id   = aws_api_gateway_rest_api.perhaps_confined.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api_policy" "perhaps_confined" {
  rest_api_id = aws_api_gateway_rest_api.perhaps_confined.id
  policy      = var.policy
}

resource "aws_api_gateway_rest_api" "described" {
  name = "described"

  body = jsonencode({ openapi = "3.0.1" })
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "portal" {
  api_id             = aws_apigatewayv2_api.portal.id
  route_key          = "GET /records"
  authorization_type = var.authorization
}

