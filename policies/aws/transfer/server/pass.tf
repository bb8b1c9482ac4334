resource "aws_cloudwatch_log_group" "transfer" {
  name = "transfer"
}

resource "aws_transfer_server" "results" {
  protocols                   = ["SFTP", "FTPS"]
  certificate                 = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  endpoint_type               = "VPC"
  security_policy_name        = "TransferSecurityPolicy-2024-01"
  structured_log_destinations = ["${aws_cloudwatch_log_group.transfer.arn}:*"]
  tags                        = { DataClass = "PHI" }

  endpoint_details {
    vpc_id     = "vpc-0a1b2c3d"
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}

# Logs the old way; the endpoint is public, and nothing says that it is for PHI.
# want: pass protocols
# want: pass logged
# want: pass security_policy
# want: not_applicable endpoint
resource "aws_transfer_server" "website" {
  logging_role         = "arn:aws:iam::111122223333:role/transfer"
  security_policy_name = "TransferSecurityPolicy-FIPS-2024-01"
}
