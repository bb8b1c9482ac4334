resource "aws_kms_key" "records" {
  enable_key_rotation = true
}

resource "aws_iam_policy" "records" {
  name = "records"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["kms:Decrypt", "kms:ReEncrypt*"], Resource = aws_kms_key.records.arn },
      { Effect = "Allow", Action = ["kms:ListAliases", "kms:Encrypt"], Resource = "*" },
    ]
  })
}

data "aws_iam_policy_document" "aliases" {
  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = ["arn:aws:kms:*:111122223333:key/*"]

    condition {
      test     = "ForAnyValue:StringEquals"
      variable = "kms:ResourceAliases"
      values   = ["alias/clinic-records"]
    }
  }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"

  inline_policy {
    name   = "aliases"
    policy = data.aws_iam_policy_document.aliases.json
  }
}

resource "aws_iam_role_policy" "aliases" {
  role   = "app"
  policy = data.aws_iam_policy_document.aliases.json
}

# Everything, but a Deny takes decryption back.
resource "aws_iam_group_policy" "builders" {
  group  = "builders"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"},
        {"Effect": "Deny", "Action": ["kms:Decrypt", "kms:ReEncrypt*"], "Resource": "*"}
      ]
    }
  EOT
}

resource "aws_iam_user_policy" "tagged" {
  user = "nightly"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/Team" = "ward" } }
    }]
  })
}
