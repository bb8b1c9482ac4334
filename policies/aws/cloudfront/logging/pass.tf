resource "aws_s3_bucket" "logs" {
  bucket = "portal-edge-logs"
}

resource "aws_cloudfront_distribution" "legacy" {
  enabled = true

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

  logging_config {
    bucket = aws_s3_bucket.logs.bucket_domain_name
    prefix = "portal/"
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

resource "aws_cloudfront_distribution" "delivered" {
  enabled = true

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

resource "aws_cloudwatch_log_delivery_source" "delivered" {
  name         = "portal"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivered.arn
}

resource "aws_cloudwatch_log_delivery" "delivered" {
  delivery_source_name     = aws_cloudwatch_log_delivery_source.delivered.name
  delivery_destination_arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:edge"
}

resource "aws_cloudfront_distribution" "realtime" {
  enabled = true

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
    allowed_methods         = ["GET", "HEAD"]
    cached_methods          = ["GET", "HEAD"]
    cache_policy_id         = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id        = "portal"
    viewer_protocol_policy  = "redirect-to-https"
    realtime_log_config_arn = aws_cloudfront_realtime_log_config.all.arn
  }

  ordered_cache_behavior {
    path_pattern            = "/api/*"
    allowed_methods         = ["GET", "HEAD"]
    cached_methods          = ["GET", "HEAD"]
    cache_policy_id         = "658327ea-f89d-4fab-a63d-7e88639e58f6"
    target_origin_id        = "portal"
    viewer_protocol_policy  = "redirect-to-https"
    realtime_log_config_arn = aws_cloudfront_realtime_log_config.all.arn
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

resource "aws_cloudfront_realtime_log_config" "all" {
  name          = "all"
  sampling_rate = 100
  fields        = ["timestamp", "c-ip", "cs-uri-stem"]

  endpoint {
    stream_type = "Kinesis"

    kinesis_stream_config {
      role_arn   = "arn:aws:iam::111122223333:role/edge-logs"
      stream_arn = "arn:aws:kinesis:us-east-1:111122223333:stream/edge-logs"
    }
  }
}

locals {
  log_bucket = "portal-edge-logs.s3.amazonaws.com"
}

resource "aws_cloudfront_distribution" "dynamic" {
  enabled = true

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

  dynamic "logging_config" {
    for_each = local.log_bucket == null ? [] : [1]
    content {
      bucket          = local.log_bucket
      include_cookies = false
    }
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

