resource "aws_efs_access_point" "root" {
  file_system_id = aws_efs_file_system.scratch.id
  root_directory {
    path = "/"
  }
}

resource "aws_transfer_server" "ftp" {
  protocols            = ["FTP"]
  endpoint_type        = "PUBLIC"
  security_policy_name = "TransferSecurityPolicy-2018-11"
}
