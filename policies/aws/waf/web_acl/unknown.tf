variable "internal" {
  type = bool
}

variable "api" {
  type = string
}

variable "acl" {
  type = string
}

variable "rules" {
  type = map(number)
}

# want: unknown regional
# want: not_applicable edge
resource "aws_lb" "perhaps_internal" {
  name     = "perhaps-internal"
  subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  internal = var.internal
}

# want: unknown regional
# want: not_applicable edge
resource "aws_lb" "guarded_from_elsewhere" {
  name    = "guarded-from-elsewhere"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_wafv2_web_acl_association" "elsewhere" {
  resource_arn = aws_lb.guarded_from_elsewhere.arn
  web_acl_arn  = var.acl
}

# want: unknown regional
# want: not_applicable edge
resource "aws_api_gateway_stage" "of_some_api" {
  rest_api_id   = var.api
  deployment_id = "abc123"
  stage_name    = "prod"
}

resource "aws_wafv2_web_acl" "dynamic" {
  name  = "dynamic"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  dynamic "rule" {
    for_each = var.rules
    content {
      name     = rule.key
      priority = rule.value

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          name        = rule.key
          vendor_name = "AWS"
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "dynamic"
    sampled_requests_enabled   = true
  }
}

# want: unknown regional
# want: not_applicable edge
resource "aws_lb" "dynamic" {
  name    = "dynamic"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_wafv2_web_acl_association" "dynamic" {
  resource_arn = aws_lb.dynamic.arn
  web_acl_arn  = aws_wafv2_web_acl.dynamic.arn
}

# want: not_applicable regional
# want: unknown edge
resource "aws_cloudfront_distribution" "site" {
  web_acl_id = var.acl
  enabled    = true

  origin {
    origin_id   = "portal"
    domain_name = "portal.example.org"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id       = "portal"
    viewer_protocol_policy = "redirect-to-https"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
}

