resource "aws_wafv2_web_acl" "open" {
  name  = "open"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "open"
    sampled_requests_enabled   = true
  }
}
