variable "trace" {
  type = bool
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_stage" "by_variable" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  xray_tracing_enabled = var.trace
}

