# whole-account
resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
}
