resource "aws_dlm_lifecycle_policy" "default" {
  for_each = toset(["VOLUME", "INSTANCE"])

  description        = "default"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  default_policy     = each.key

  policy_details {
    policy_language = "SIMPLIFIED"
    resource_type   = each.key
    create_interval = 1
    retain_interval = 7
  }
}

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_ebs_volume" "scans" {
  availability_zone = "eu-west-1a"
  size              = 100
}
