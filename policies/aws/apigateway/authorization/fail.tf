resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id      = aws_api_gateway_rest_api.records.id
  resource_id      = aws_api_gateway_rest_api.records.root_resource_id
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

resource "aws_api_gateway_rest_api" "public" {
  name = "public"
}

resource "aws_api_gateway_method" "public" {
  rest_api_id   = aws_api_gateway_rest_api.public.id
  resource_id   = aws_api_gateway_rest_api.public.root_resource_id
  http_method   = "ANY"
  authorization = "NONE"
}

data "aws_iam_policy_document" "public" {
  statement {
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.public.execution_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "public" {
  rest_api_id = aws_api_gateway_rest_api.public.id
  policy      = data.aws_iam_policy_document.public.json
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "portal" {
  api_id             = aws_apigatewayv2_api.portal.id
  route_key          = "GET /records"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_api" "silent" {
  name          = "silent"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "silent" {
  api_id    = aws_apigatewayv2_api.silent.id
  route_key = "$default"
}

resource "aws_apigatewayv2_api" "quick" {
  name          = "quick"
  protocol_type = "HTTP"
  target        = "arn:aws:lambda:us-east-1:111122223333:function:portal"
}

resource "aws_apigatewayv2_api" "messages" {
  name          = "messages"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "connect" {
  api_id             = aws_apigatewayv2_api.messages.id
  route_key          = "$connect"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_api" "anyone" {
  name          = "anyone"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "anyone" {
  api_id             = aws_apigatewayv2_api.anyone.id
  route_key          = "$default"
  authorization_type = "NONE"
}

