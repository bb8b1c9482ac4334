# What is not said: no logs, a public endpoint, the policy of 2018.
# want: pass protocols
# want: fail logged
# want: fail endpoint
# want: fail security_policy
resource "aws_transfer_server" "silent" {
  tags = { DataClass = "PHI" }
}

# want: fail protocols
# want: fail logged
# want: fail security_policy
resource "aws_transfer_server" "ftp" {
  protocols            = ["FTP"]
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2020-06"

  endpoint_details {
    vpc_id     = "vpc-0a1b2c3d"
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}
