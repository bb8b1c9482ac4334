resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  xray_tracing_enabled = true
}

locals {
  traced = true
}

resource "aws_api_gateway_stage" "test" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "test"

  xray_tracing_enabled = local.traced
}

