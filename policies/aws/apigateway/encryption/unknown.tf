variable "certificate" {
  type = string
}

variable "cache" {
  type = bool
}

variable "policy" {
  type = string
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_integration" "records" {
  rest_api_id             = aws_api_gateway_rest_api.records.id
  resource_id             = aws_api_gateway_rest_api.records.root_resource_id
  http_method             = "GET"
  integration_http_method = "GET"
  type                    = "HTTP"
  uri                     = "https://records.example.org"
}

# want: unknown client_certificate
# want: unknown cache
resource "aws_api_gateway_stage" "by_variable" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  client_certificate_id = var.certificate
  cache_cluster_enabled = var.cache
}

resource "aws_api_gateway_rest_api" "described" {
  name = "described"

  body = jsonencode({ openapi = "3.0.1" })
}

# want: unknown client_certificate
resource "aws_api_gateway_stage" "described" {
  rest_api_id   = aws_api_gateway_rest_api.described.id
  deployment_id = "abc123"
  stage_name    = "prod"
}

# want: unknown tls
resource "aws_api_gateway_domain_name" "by_variable" {
  domain_name              = "by_variable.example.org"
  regional_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  security_policy          = var.policy
}

# want: unknown tls
resource "aws_api_gateway_domain_name" "omitted" {
  domain_name              = "omitted.example.org"
  regional_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
}

# want: unknown tls
resource "aws_apigatewayv2_domain_name" "api" {
  domain_name = "api.example.org"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    endpoint_type   = "REGIONAL"
    security_policy = var.policy
  }
}

