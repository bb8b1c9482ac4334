locals {
  services = toset(["s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com"])
}

resource "aws_lambda_permission" "everybody" {
  action        = "lambda:InvokeFunction"
  function_name = "intake"
  principal     = "*"
}

resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "portal"
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "services" {
  for_each      = local.services
  action        = "lambda:InvokeFunction"
  function_name = "intake"
  principal     = each.value
}

resource "aws_lambda_permission" "any_rule" {
  action        = "lambda:InvokeFunction"
  function_name = "nightly"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:*:*:rule/*"
}

resource "aws_lambda_permission" "skill" {
  action        = "lambda:InvokeFunction"
  function_name = "reminders"
  principal     = "alexa-appkit.amazon.com"
}

resource "aws_lambda_function_url" "portal" {
  function_name      = "portal"
  authorization_type = "NONE"
}
