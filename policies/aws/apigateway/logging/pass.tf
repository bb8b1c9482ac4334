resource "aws_cloudwatch_log_group" "access" {
  name = "api-access"
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

# want: pass access
# want: pass execution
# want: pass data_trace
# want: not_applicable route_trace
resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "prod" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = false
  }
}

resource "aws_api_gateway_method_settings" "prod_post" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  method_path = "records/POST"

  settings {
    logging_level = "ERROR"
  }
}

resource "aws_api_gateway_rest_api" "other" {
  name = "other"
}

locals {
  stages = toset(["blue", "green"])
}

resource "aws_api_gateway_stage" "each" {
  for_each      = local.stages
  rest_api_id   = aws_api_gateway_rest_api.other.id
  deployment_id = "abc123"
  stage_name    = each.key

  dynamic "access_log_settings" {
    for_each = ["arn:aws:logs:us-east-1:111122223333:log-group:api-access"]
    content {
      destination_arn = access_log_settings.value
      format          = "$context.requestId"
    }
  }
}

resource "aws_api_gateway_method_settings" "each" {
  for_each    = local.stages
  rest_api_id = aws_api_gateway_rest_api.other.id
  stage_name  = each.key
  method_path = "*/*"

  settings {
    logging_level = "ERROR"
  }
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "WEBSOCKET"
}

# want: pass access
# want: pass route_trace
# want: not_applicable execution
# want: not_applicable data_trace
resource "aws_apigatewayv2_stage" "live" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

# want: pass access
# want: pass route_trace
# want: not_applicable execution
# want: not_applicable data_trace
resource "aws_apigatewayv2_stage" "quiet" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "quiet"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }

  default_route_settings {
    logging_level      = "ERROR"
    data_trace_enabled = false
  }

  route_settings {
    route_key          = "message"
    data_trace_enabled = false
  }
}

