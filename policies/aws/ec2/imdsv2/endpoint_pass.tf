# The account's default turns the endpoint off.
resource "aws_ec2_instance_metadata_defaults" "this" {
  http_endpoint = "disabled"
}

resource "aws_instance" "bare" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}
