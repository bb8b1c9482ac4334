resource "aws_api_gateway_rest_api" "records" {
  name = "records"
}

resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  resource_id   = aws_api_gateway_rest_api.records.root_resource_id
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "options" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  resource_id   = aws_api_gateway_rest_api.records.root_resource_id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "each" {
  for_each      = toset(["PUT", "DELETE"])
  rest_api_id   = aws_api_gateway_rest_api.records.id
  resource_id   = aws_api_gateway_rest_api.records.root_resource_id
  http_method   = each.key
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = "abc123"
}

resource "aws_api_gateway_rest_api" "inline" {
  name = "inline"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }]
  })
}

resource "aws_api_gateway_method" "inline" {
  rest_api_id   = aws_api_gateway_rest_api.inline.id
  resource_id   = aws_api_gateway_rest_api.inline.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"
}

resource "aws_api_gateway_method" "inside" {
  rest_api_id   = aws_api_gateway_rest_api.inside.id
  resource_id   = aws_api_gateway_rest_api.inside.root_resource_id
  http_method   = "ANY"
  authorization = "NONE"
}

data "aws_iam_policy_document" "inside" {
  statement {
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.inside.execution_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["execute-api:Invoke"]
    resources = ["${aws_api_gateway_rest_api.inside.execution_arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpce"
      values   = ["vpce-0a1b2c3d4e5f60718"]
    }
  }
}

resource "aws_api_gateway_rest_api_policy" "inside" {
  rest_api_id = aws_api_gateway_rest_api.inside.id
  policy      = data.aws_iam_policy_document.inside.json
}

# want: not_applicable
resource "aws_api_gateway_rest_api" "empty" {
  name = "empty"
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "portal" {
  api_id             = aws_apigatewayv2_api.portal.id
  route_key          = "GET /records"
  authorization_type = "JWT"
}

resource "aws_apigatewayv2_route" "portal_options" {
  api_id    = aws_apigatewayv2_api.portal.id
  route_key = "OPTIONS /records"
}

resource "aws_apigatewayv2_api" "messages" {
  name          = "messages"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "connect" {
  api_id             = aws_apigatewayv2_api.messages.id
  route_key          = "$connect"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_route" "messages" {
  api_id    = aws_apigatewayv2_api.messages.id
  route_key = "$default"
}

