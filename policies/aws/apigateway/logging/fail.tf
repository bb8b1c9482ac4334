resource "aws_cloudwatch_log_group" "access" {
  name = "api-access"
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

# want: fail access
# want: fail execution
# want: pass data_trace
resource "aws_api_gateway_stage" "silent" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "silent"
}

# want: pass access
# want: fail execution
resource "aws_api_gateway_stage" "off" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "off"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "off" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.off.stage_name
  method_path = "*/*"

  settings {
    logging_level = "OFF"
  }
}

# want: fail execution
resource "aws_api_gateway_stage" "partly" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "partly"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "partly" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.partly.stage_name
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = false
  }
}

resource "aws_api_gateway_method_settings" "partly_get" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.partly.stage_name
  method_path = "records/GET"

  settings {
    logging_level = "OFF"
  }
}

# want: fail execution
resource "aws_api_gateway_stage" "omitted" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "omitted"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "omitted" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.omitted.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}

# want: fail execution
resource "aws_api_gateway_stage" "one_method" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "one"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_api_gateway_method_settings" "one_method" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.one_method.stage_name
  method_path = "records/GET"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = false
  }
}

# want: pass execution
# want: fail data_trace
resource "aws_api_gateway_stage" "traced" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "traced"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }

  tags = { DataClass = "PHI" }
}

resource "aws_api_gateway_method_settings" "traced" {
  rest_api_id = aws_api_gateway_rest_api.records.id
  stage_name  = aws_api_gateway_stage.traced.stage_name
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = true
  }
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "WEBSOCKET"
}

# want: fail access
# want: pass route_trace
resource "aws_apigatewayv2_stage" "silent" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "silent"
}

# want: pass access
# want: fail route_trace
resource "aws_apigatewayv2_stage" "traced" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "traced"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }

  default_route_settings {
    data_trace_enabled = true
  }
}

# want: fail route_trace
resource "aws_apigatewayv2_stage" "one_route" {
  api_id = aws_apigatewayv2_api.portal.id
  name   = "one_route"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.identity.caller $context.httpMethod $context.resourcePath $context.status"
  }

  route_settings {
    route_key          = "message"
    data_trace_enabled = true
  }
}

