resource "aws_ebs_volume" "inner" {
  availability_zone = "us-west-2a"
}
