resource "aws_efs_backup_policy" "charts" {
  file_system_id = aws_efs_file_system.charts.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system_policy" "charts" {
  file_system_id = aws_efs_file_system.charts.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "*"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_efs_access_point" "charts" {
  file_system_id = aws_efs_file_system.charts.id
  posix_user {
    uid = 1000
    gid = 1000
  }
  root_directory {
    path = "/charts"
  }
}

resource "aws_transfer_server" "results" {
  protocols                   = ["SFTP"]
  endpoint_type               = "VPC"
  security_policy_name        = "TransferSecurityPolicy-2024-01"
  structured_log_destinations = ["arn:aws:logs:eu-west-1:${data.aws_caller_identity.current.account_id}:log-group:transfer:*"]
  tags                        = local.phi
}
