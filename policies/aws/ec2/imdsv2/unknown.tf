variable "tokens" {
  type = string
}

variable "endpoint" {
  type = string
}

variable "options" {
  type = map(string)
}

variable "template" {
  type = string
}

resource "aws_instance" "tokens" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_tokens = var.tokens
  }
}

resource "aws_instance" "endpoint" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_endpoint = var.endpoint
    http_tokens   = "optional"
  }
}

resource "aws_instance" "perhaps_from_template" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  dynamic "launch_template" {
    for_each = var.template == "" ? [] : [var.template]

    content {
      id = launch_template.value
    }
  }
}

resource "aws_launch_template" "by_variable" {
  name     = "by-variable"
  image_id = "ami-0abcdef1234567890"

  dynamic "metadata_options" {
    for_each = [var.options]

    content {
      http_endpoint = "enabled"
      http_tokens   = metadata_options.value["http_tokens"]
    }
  }
}

resource "aws_launch_configuration" "by_variable" {
  name          = "by-variable"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  metadata_options {
    http_tokens = var.tokens
  }
}
