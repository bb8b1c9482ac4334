# want: pass tls
# want: pass identity
resource "aws_efs_file_system" "charts" {
  creation_token = "charts"
}

data "aws_iam_policy_document" "charts" {
  statement {
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.charts.arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/records"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = [aws_efs_file_system.charts.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_efs_file_system_policy" "charts" {
  file_system_id = aws_efs_file_system.charts.id
  policy         = data.aws_iam_policy_document.charts.json
}

# want: pass user
# want: pass root
resource "aws_efs_access_point" "charts" {
  for_each       = { charts = 1000, scans = 1001 }
  file_system_id = aws_efs_file_system.charts.id

  posix_user {
    uid = each.value
    gid = 1000
  }

  root_directory {
    path = "/${each.key}"
  }
}
