# The account's default of the region holds where an instance says nothing.
resource "aws_ec2_instance_metadata_defaults" "this" {
  http_tokens                 = "required"
  http_put_response_hop_limit = 1
}

resource "aws_instance" "bare" {
  count = 2

  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

resource "aws_instance" "hop_limit_alone" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_put_response_hop_limit = 2
  }
}

resource "aws_launch_template" "bare" {
  name     = "bare"
  image_id = "ami-0abcdef1234567890"
}

resource "aws_launch_configuration" "bare" {
  name          = "bare"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
}
