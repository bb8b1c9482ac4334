resource "aws_api_gateway_client_certificate" "this" {
  description = "backends"
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_integration" "records" {
  rest_api_id             = aws_api_gateway_rest_api.records.id
  resource_id             = aws_api_gateway_rest_api.records.root_resource_id
  http_method             = "GET"
  integration_http_method = "GET"
  type                    = "HTTP_PROXY"
  uri                     = "https://records.example.org"
}

# want: pass client_certificate
# want: not_applicable cache
# want: not_applicable tls
resource "aws_api_gateway_stage" "certified" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  client_certificate_id = aws_api_gateway_client_certificate.this.id
}

resource "aws_api_gateway_rest_api" "functions" {
  name = "functions"
}

resource "aws_api_gateway_integration" "functions" {
  rest_api_id             = aws_api_gateway_rest_api.functions.id
  resource_id             = aws_api_gateway_rest_api.functions.root_resource_id
  http_method             = "GET"
  integration_http_method = "GET"
  type                    = "AWS_PROXY"
  uri                     = "https://records.example.org"
}

# want: not_applicable client_certificate
# want: pass cache
resource "aws_api_gateway_stage" "cached" {
  rest_api_id   = aws_api_gateway_rest_api.functions.id
  deployment_id = "abc123"
  stage_name    = "cached"

  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

resource "aws_api_gateway_method_settings" "cached" {
  rest_api_id = aws_api_gateway_rest_api.functions.id
  stage_name  = aws_api_gateway_stage.cached.stage_name
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_method_settings" "uncached" {
  rest_api_id = aws_api_gateway_rest_api.functions.id
  stage_name  = aws_api_gateway_stage.cached.stage_name
  method_path = "records/GET"

  settings {
    caching_enabled      = false
    cache_data_encrypted = false
  }
}

resource "aws_api_gateway_rest_api" "described" {
  name = "described"

  body = jsonencode({ openapi = "3.0.1" })
}

# want: pass client_certificate
resource "aws_api_gateway_stage" "described" {
  rest_api_id   = aws_api_gateway_rest_api.described.id
  deployment_id = "abc123"
  stage_name    = "prod"

  client_certificate_id = aws_api_gateway_client_certificate.this.id
}

# want: pass tls
# want: not_applicable client_certificate
# want: not_applicable cache
resource "aws_api_gateway_domain_name" "portal" {
  domain_name              = "portal.example.org"
  regional_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  security_policy          = "TLS_1_2"
}

# want: pass tls
# want: not_applicable client_certificate
# want: not_applicable cache
resource "aws_api_gateway_domain_name" "newer" {
  domain_name              = "newer.example.org"
  regional_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  security_policy          = "SecurityPolicy_TLS13_1_3_2025_09"
}

# want: pass tls
# want: not_applicable client_certificate
# want: not_applicable cache
resource "aws_apigatewayv2_domain_name" "api" {
  domain_name = "api.example.org"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

