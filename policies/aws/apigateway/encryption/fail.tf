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

# want: fail client_certificate
resource "aws_api_gateway_stage" "bare" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"
}

resource "aws_api_gateway_rest_api" "functions" {
  name = "functions"
}

# want: not_applicable client_certificate
# want: fail cache
resource "aws_api_gateway_stage" "cached" {
  rest_api_id   = aws_api_gateway_rest_api.functions.id
  deployment_id = "abc123"
  stage_name    = "cached"

  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

# want: fail cache
resource "aws_api_gateway_stage" "unencrypted" {
  rest_api_id   = aws_api_gateway_rest_api.functions.id
  deployment_id = "abc123"
  stage_name    = "unencrypted"

  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

resource "aws_api_gateway_method_settings" "unencrypted" {
  rest_api_id = aws_api_gateway_rest_api.functions.id
  stage_name  = aws_api_gateway_stage.unencrypted.stage_name
  method_path = "*/*"

  settings {
    caching_enabled = true
  }
}

# want: fail cache
resource "aws_api_gateway_stage" "partly" {
  rest_api_id   = aws_api_gateway_rest_api.functions.id
  deployment_id = "abc123"
  stage_name    = "partly"

  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}

resource "aws_api_gateway_method_settings" "partly" {
  rest_api_id = aws_api_gateway_rest_api.functions.id
  stage_name  = aws_api_gateway_stage.partly.stage_name
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_method_settings" "exception" {
  rest_api_id = aws_api_gateway_rest_api.functions.id
  stage_name  = aws_api_gateway_stage.partly.stage_name
  method_path = "records/GET"

  settings {
    caching_enabled      = true
    cache_data_encrypted = false
  }
}

# want: fail tls
resource "aws_api_gateway_domain_name" "old" {
  domain_name              = "old.example.org"
  regional_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  security_policy          = "TLS_1_0"
}

# want: fail tls
resource "aws_apigatewayv2_domain_name" "old_api" {
  domain_name = "old_api.example.org"

  domain_name_configuration {
    certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_0"
  }
}

