data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-2026"
  tags                = { DataClass = "PHI" }
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier = "charts"
  engine             = "aurora-postgresql"
  tags               = { DataClass = "PHI" }
}

resource "aws_dynamodb_table" "visits" {
  name = "visits"
  tags = { DataClass = "PHI" }
}

resource "aws_efs_file_system" "scans" {
  tags = { DataClass = "PHI" }
}

# All of a bucket is not all buckets.
resource "aws_iam_policy" "records" {
  name = "records"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:*", Resource = [aws_s3_bucket.records.arn, "${aws_s3_bucket.records.arn}/*"] },
      { Effect = "Allow", Action = ["s3:ListAllMyBuckets", "ec2:Describe*", "logs:CreateLogGroup"], Resource = "*" },
    ]
  })
}

data "aws_iam_policy_document" "operator" {
  statement {
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Team"
      values   = ["ward"]
    }
  }

  statement {
    actions   = ["dynamodb:PutItem", "dynamodb:UpdateItem"]
    resources = ["arn:aws:dynamodb:eu-west-1:${data.aws_caller_identity.current.account_id}:table/visits"]
  }
}

resource "aws_iam_role_policy" "operator" {
  role   = "operator"
  policy = data.aws_iam_policy_document.operator.json
}

# What the Allow gives, the Deny takes back.
resource "aws_iam_user_policy" "denied" {
  user   = "jo"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        {"Effect": "Allow", "Action": ["sqs:*"], "Resource": "*"},
        {"Effect": "Deny", "Action": ["sqs:*"], "Resource": "*"}
      ]
    }
  EOT
}

# One product of a third company.
resource "aws_iam_group_policy" "models" {
  group = "scientists"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "aws-marketplace:Subscribe"
      Resource  = "*"
      Condition = { "ForAnyValue:StringEquals" = { "aws-marketplace:ProductId" = "prod-a1b2c3d4e5f6g" } }
    }]
  })
}
