variable "tokens" {
  type = string
}

resource "aws_ec2_instance_metadata_defaults" "this" {
  http_tokens = var.tokens
}

resource "aws_instance" "bare" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}
