variable "profile" {
  type = string
}

variable "profiles" {
  type = list(string)
}

resource "aws_instance" "app" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.small"
  iam_instance_profile = var.profile
}

# The template is another stack's.
resource "aws_instance" "launched" {
  instance_type = "t3.small"

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_launch_template" "app" {
  name     = "app"
  image_id = "ami-0123456789abcdef0"

  dynamic "iam_instance_profile" {
    for_each = var.profiles

    content {
      name = iam_instance_profile.value
    }
  }
}
