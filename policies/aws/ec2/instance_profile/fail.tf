resource "aws_instance" "bare" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_launch_template" "bare" {
  name     = "bare"
  image_id = "ami-0123456789abcdef0"
}

resource "aws_instance" "launched" {
  instance_type = "t3.small"

  launch_template {
    id = aws_launch_template.bare.id
  }
}
