data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "intake" {
  bucket = "clinic-intake"
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
}

resource "aws_api_gateway_rest_api" "portal" {
  name = "portal"
}

resource "aws_apigatewayv2_api" "portal" {
  name          = "portal"
  protocol_type = "HTTP"
}

resource "aws_lambda_permission" "bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "intake"
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.intake.arn
}

resource "aws_lambda_permission" "account" {
  action         = "lambda:InvokeFunction"
  function_name  = "intake"
  principal      = "s3.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}

resource "aws_lambda_permission" "apis" {
  for_each      = { rest = "${aws_api_gateway_rest_api.portal.execution_arn}/*/*", http = "${aws_apigatewayv2_api.portal.execution_arn}/*/*/*" }
  action        = "lambda:InvokeFunction"
  function_name = "portal"
  principal     = "apigateway.amazonaws.com"
  source_arn    = each.value
}

resource "aws_lambda_permission" "rule" {
  action        = "lambda:InvokeFunction"
  function_name = "nightly"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}

resource "aws_lambda_permission" "partner" {
  action        = "lambda:InvokeFunction"
  function_name = "claims"
  principal     = "444455556666"
}

resource "aws_lambda_permission" "organization" {
  action           = "lambda:InvokeFunction"
  function_name    = "claims"
  principal        = "*"
  principal_org_id = "o-abcdefghij"
}

resource "aws_lambda_permission" "skill" {
  action             = "lambda:InvokeFunction"
  function_name      = "reminders"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
}

resource "aws_lambda_function_url" "portal" {
  function_name      = "portal"
  authorization_type = "AWS_IAM"
}
