resource "aws_kms_key" "phi" {
  description             = "Everything that holds patient data"
  multi_region            = true
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key_owner.json

  tags = local.phi
}

resource "aws_kms_replica_key" "phi" {
  region                  = var.copy_region
  description             = "Copies of backups"
  primary_key_arn         = aws_kms_key.phi.arn
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key_owner.json

  tags = local.phi
}

resource "aws_kms_key" "logs" {
  description             = "Trails, flow logs, their log groups and alerts"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.logs_key.json

  tags = { DataClass = "Audit" }
}

resource "aws_kms_alias" "this" {
  for_each = {
    phi  = aws_kms_key.phi.key_id
    logs = aws_kms_key.logs.key_id
  }

  name          = "alias/${local.name}-${each.key}"
  target_key_id = each.value
}

# The account decides through IAM who may use a key.
data "aws_iam_policy_document" "key_owner" {
  statement {
    sid       = "Account"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }
  }
}

data "aws_iam_policy_document" "logs_key" {
  source_policy_documents = [data.aws_iam_policy_document.key_owner.json]

  statement {
    sid       = "Services"
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = [for service in ["backup", "cloudtrail", "cloudwatch", "events", "logs.${var.region}"] : "${service}.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}
