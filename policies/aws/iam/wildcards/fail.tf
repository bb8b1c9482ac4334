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

# want: fail services
# want: fail writes
# want: fail phi
resource "aws_iam_policy" "services" {
  for_each = toset(["s3", "rds", "dynamodb", "elasticfilesystem"])
  name     = each.key
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "${each.key}:*", Resource = "*" }]
  })
}

# want: fail services
# want: pass writes
resource "aws_iam_role_policy" "metrics" {
  role = "metrics"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["cloudwatch:*"], Resource = "*" }]
  })
}

# want: pass services
# want: fail writes
# want: fail phi
resource "aws_iam_user_policy" "writes" {
  user   = "jo"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:Put*"],
        "Resource": "arn:aws:s3:::*",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
      }
    }
  EOT
}

data "aws_iam_policy_document" "exception" {
  statement {
    not_actions = ["iam:*"]
    resources   = ["*"]
  }
}

# want: fail
resource "aws_iam_group_policy" "exception" {
  group  = "builders"
  policy = data.aws_iam_policy_document.exception.json
}

# want: fail marketplace
# want: pass writes
resource "aws_iam_role_policy" "models" {
  role = "models"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["aws-marketplace:Subscribe", "aws-marketplace:ViewSubscriptions"], Resource = "*" }]
  })
}
