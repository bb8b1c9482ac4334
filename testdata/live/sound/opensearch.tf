resource "aws_opensearch_domain" "notes" {
  domain_name     = "notes"
  engine_version  = "OpenSearch_2.19"
  access_policies = data.aws_iam_policy_document.notes.json
  tags            = local.phi
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.charts.arn
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  advanced_security_options {
    enabled = true
  }
  vpc_options {
    subnet_ids         = [aws_subnet.clinic["a"].id]
    security_group_ids = [aws_security_group.clinic.id]
  }
  dynamic "log_publishing_options" {
    for_each = ["AUDIT_LOGS", "ES_APPLICATION_LOGS"]
    content {
      log_type                 = log_publishing_options.value
      cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:search"
    }
  }
}

data "aws_iam_policy_document" "notes" {
  statement {
    actions   = ["es:ESHttp*"]
    resources = ["arn:aws:es:eu-west-1:${data.aws_caller_identity.current.account_id}:domain/notes/*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/search"]
    }
  }
}
