resource "aws_instance" "silent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_instance" "off" {
  count = 2

  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  monitoring    = false
}

resource "aws_instance" "former" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "r3.xlarge"
  monitoring    = true
}

resource "aws_launch_template" "silent" {
  name = "silent"
}

resource "aws_launch_template" "off" {
  name          = "off"
  instance_type = "c1.xlarge"
  ebs_optimized = "false"

  monitoring {
    enabled = false
  }
}

# What the instance says holds, whatever the template says.
resource "aws_instance" "overrides" {
  monitoring = false

  launch_template {
    id = aws_launch_template.off.id
  }
}
