variable "on" {
  type = bool
}

variable "types" {
  type = list(string)
}

# want: unknown audit
# want: unknown errors
resource "aws_opensearch_domain" "dynamic" {
  domain_name    = "dynamic"
  engine_version = "OpenSearch_2.19"

  dynamic "log_publishing_options" {
    for_each = var.types

    content {
      log_type                 = log_publishing_options.value
      cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:search"
    }
  }
}

# want: unknown audit
# want: unknown errors
resource "aws_opensearch_domain" "by_variable" {
  domain_name    = "by-variable"
  engine_version = "OpenSearch_2.19"

  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:search"
    enabled                  = var.on
  }

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:search"
  }
}

