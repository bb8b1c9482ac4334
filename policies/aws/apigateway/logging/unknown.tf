variable "log" {
  type = string
}

variable "level" {
  type = string
}

variable "trace" {
  type = bool
}

variable "stage" {
  type = string
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

# want: unknown access
# want: unknown execution
# want: unknown data_trace
resource "aws_api_gateway_stage" "by_variable" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  access_log_settings {
    destination_arn = var.log
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "by_variable" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.by_variable.stage_name
  method_path = "*/*"

  settings {
    logging_level      = var.level
    data_trace_enabled = var.trace
  }
}

resource "aws_api_gateway_rest_api" "other" {
  name = "other"
}

# want: unknown execution
resource "aws_api_gateway_stage" "of_some_name" {
  rest_api_id   = aws_api_gateway_rest_api.other.id
  deployment_id = "abc123"
  stage_name    = var.stage

  access_log_settings {
    destination_arn = var.log
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "live" {
  rest_api_id = aws_api_gateway_rest_api.other.id
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = false
  }
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "WEBSOCKET"
}

# want: unknown access
# want: unknown route_trace
resource "aws_apigatewayv2_stage" "by_variable" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "by_variable"

  access_log_settings {
    destination_arn = var.log
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }

  default_route_settings {
    data_trace_enabled = var.trace
  }
}

