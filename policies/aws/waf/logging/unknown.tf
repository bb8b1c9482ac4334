variable "log" {
  type = bool
}

resource "aws_wafv2_web_acl" "perhaps" {
  name  = "perhaps"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "common"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "perhaps"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "perhaps" {
  count                   = var.log ? 1 : 0
  resource_arn            = aws_wafv2_web_acl.perhaps.arn
  log_destination_configs = ["arn:aws:s3:::aws-waf-logs-clinic"]
}

module "logging" {
  source  = "./logging"
  web_acl = aws_wafv2_web_acl.handed.arn
}

resource "aws_wafv2_web_acl" "handed" {
  name  = "handed"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "common"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "handed"
    sampled_requests_enabled   = true
  }
}

