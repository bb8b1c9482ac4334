# whole-account
resource "aws_ami_from_instance" "base" {
  name               = "base"
  source_instance_id = "i-0123456789abcdef0"
}
