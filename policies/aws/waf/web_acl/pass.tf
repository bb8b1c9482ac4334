resource "aws_wafv2_web_acl" "common" {
  name  = "common"
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
    metric_name                = "common"
    sampled_requests_enabled   = true
  }
}

# want: pass regional
# want: not_applicable edge
resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_wafv2_web_acl_association" "portal" {
  resource_arn = aws_lb.portal.arn
  web_acl_arn  = aws_wafv2_web_acl.common.arn
}

# want: pass regional
# want: not_applicable edge
resource "aws_alb" "each" {
  name     = "each"
  subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  for_each = toset(["a", "b"])
}

resource "aws_wafv2_web_acl_association" "each" {
  for_each     = aws_alb.each
  resource_arn = each.value.arn
  web_acl_arn  = aws_wafv2_web_acl.common.arn
}

resource "aws_wafv2_web_acl" "json" {
  name  = "json"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule_json = jsonencode([{
    Name     = "common"
    Priority = 1
  }])

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "json"
    sampled_requests_enabled   = true
  }
}

# want: pass regional
# want: not_applicable edge
resource "aws_lb" "by_json" {
  name    = "by-json"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_wafv2_web_acl_association" "by_json" {
  resource_arn = aws_lb.by_json.arn
  web_acl_arn  = aws_wafv2_web_acl.json.arn
}

resource "aws_wafv2_web_acl" "grouped" {
  name  = "grouped"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "grouped"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_rule_group_association" "grouped" {
  rule_name   = "common"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.grouped.arn

  managed_rule_group {
    name        = "AWSManagedRulesCommonRuleSet"
    vendor_name = "AWS"
  }
}

# want: pass regional
# want: not_applicable edge
resource "aws_lb" "by_group" {
  name    = "by-group"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
}

resource "aws_wafv2_web_acl_association" "by_group" {
  resource_arn = aws_lb.by_group.arn
  web_acl_arn  = aws_wafv2_web_acl.grouped.arn
}

# want: not_applicable regional
# want: not_applicable edge
resource "aws_lb" "inside" {
  name     = "inside"
  subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  internal = true
}

# want: not_applicable regional
# want: not_applicable edge
resource "aws_lb" "hl7" {
  name               = "hl7"
  subnets            = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
  load_balancer_type = "network"
}

resource "aws_api_gateway_rest_api" "records" {
  name = "records"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

# want: pass regional
# want: not_applicable edge
resource "aws_api_gateway_stage" "records" {
  rest_api_id   = aws_api_gateway_rest_api.records.id
  deployment_id = "abc123"
  stage_name    = "prod"
}

resource "aws_wafv2_web_acl_association" "records" {
  resource_arn = aws_api_gateway_stage.records.arn
  web_acl_arn  = aws_wafv2_web_acl.common.arn
}

resource "aws_api_gateway_rest_api" "internal" {
  name = "internal"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

# want: not_applicable regional
# want: not_applicable edge
resource "aws_api_gateway_stage" "internal" {
  rest_api_id   = aws_api_gateway_rest_api.internal.id
  deployment_id = "abc123"
  stage_name    = "prod"
}

resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "CLOUDFRONT"

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
    metric_name                = "edge"
    sampled_requests_enabled   = true
  }
}

# want: not_applicable regional
# want: pass edge
resource "aws_cloudfront_distribution" "site" {
  web_acl_id = aws_wafv2_web_acl.edge.arn
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

resource "aws_wafv2_web_acl" "edge_json" {
  name  = "edge-json"
  scope = "CLOUDFRONT"

  default_action {
    allow {}
  }

  rule_json = "[{\"Name\":\"common\"}]"

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "edge_json"
    sampled_requests_enabled   = true
  }
}

# want: not_applicable regional
# want: pass edge
resource "aws_cloudfront_distribution" "edge_json" {
  web_acl_id = aws_wafv2_web_acl.edge_json.arn
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

resource "aws_wafv2_web_acl" "edge_grouped" {
  name  = "edge-grouped"
  scope = "CLOUDFRONT"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "edge_grouped"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_rule_group_association" "edge_grouped" {
  rule_name   = "common"
  priority    = 1
  web_acl_arn = aws_wafv2_web_acl.edge_grouped.arn

  managed_rule_group {
    name        = "AWSManagedRulesCommonRuleSet"
    vendor_name = "AWS"
  }
}

# want: not_applicable regional
# want: pass edge
resource "aws_cloudfront_distribution" "edge_grouped" {
  web_acl_id = aws_wafv2_web_acl.edge_grouped.arn
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

