resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  monitoring    = true
}

# It asks for what its type does not have in any case.
resource "aws_instance" "former" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
  monitoring    = true
  ebs_optimized = true
}

resource "aws_launch_template" "workers" {
  name_prefix   = "workers-"
  instance_type = "c3.2xlarge"
  ebs_optimized = true

  monitoring {
    enabled = true
  }
}

# Whoever launches from it says of which type.
resource "aws_launch_template" "any" {
  name = "any"

  dynamic "monitoring" {
    for_each = [true]

    content {
      enabled = monitoring.value
    }
  }
}

# The template says what the instance does not.
resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.workers.id
  }
}
