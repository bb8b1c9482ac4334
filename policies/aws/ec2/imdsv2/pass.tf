variable "tokens" {
  type    = string
  default = "required"
}

resource "aws_instance" "portal" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}

# Without the endpoint there is nothing to ask.
resource "aws_instance" "without_metadata" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_endpoint = "disabled"
    http_tokens   = "optional"
  }
}

resource "aws_launch_template" "workers" {
  for_each = toset(["blue", "green"])

  name          = "workers-${each.key}"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = var.tokens
  }
}

resource "aws_launch_template" "without_metadata" {
  name     = "without-metadata"
  image_id = "ami-0abcdef1234567890"

  metadata_options {
    http_endpoint = "disabled"
  }
}

# want: not_applicable
resource "aws_instance" "from_template" {
  launch_template {
    id      = aws_launch_template.workers["blue"].id
    version = "$Latest"
  }
}

resource "aws_launch_configuration" "legacy" {
  name          = "legacy"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}

resource "aws_launch_configuration" "without_metadata" {
  name          = "without-metadata"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "disabled"
  }
}
