data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

# want: pass anyone
# want: pass accounts
# want: pass services
# want: not_applicable web
resource "aws_iam_role" "app" {
  name = "app"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "ec2.amazonaws.com" }, Action = "sts:AssumeRole" },
      { Effect = "Allow", Principal = { AWS = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:root" }, Action = "sts:AssumeRole" },
    ]
  })
}

# A vendor gives the id that the clinic agreed with it.
data "aws_iam_policy_document" "vendor" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:role/reader"]
    }

    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = ["clinic-7d1e"]
    }
  }
}

# want: not_applicable web
# want: pass
resource "aws_iam_role" "vendor" {
  name               = "vendor"
  assume_role_policy = data.aws_iam_policy_document.vendor.json
}

# Services that act for this account alone.
# want: not_applicable web
# want: pass
resource "aws_iam_role" "task" {
  for_each = toset(["ecs-tasks", "states", "vpc-flow-logs"])
  name     = each.key
  path     = "/service/"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "${each.key}.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

# Members of the organisation, by an Allow for everybody that is confined.
# want: not_applicable web
# want: pass
resource "aws_iam_role" "members" {
  name               = "members"
  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "sts:AssumeRole",
        "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
      }
    }
  EOT
}

resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_openid_connect_provider.github.arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:clinic/records:*" }
      }
    }]
  })
}

# want: not_applicable
resource "aws_iam_role" "linked" {
  name               = "AWSServiceRoleForAutoScaling"
  path               = "/aws-service-role/autoscaling.amazonaws.com/"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "autoscaling.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
