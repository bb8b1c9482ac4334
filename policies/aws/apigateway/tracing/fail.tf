resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_stage" "silent" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"
}

resource "aws_api_gateway_stage" "off" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "off"

  xray_tracing_enabled = false
}

