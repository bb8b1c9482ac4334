provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

# Defaults of another region, and of this one without a preference.
resource "aws_ec2_instance_metadata_defaults" "west" {
  provider    = aws.west
  http_tokens = "required"
}

resource "aws_ec2_instance_metadata_defaults" "east" {
  http_put_response_hop_limit = 2
}

resource "aws_instance" "bare" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

resource "aws_instance" "optional" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}

# What an instance says itself outweighs the default.
resource "aws_instance" "optional_in_the_west" {
  provider      = aws.west
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_instance" "hop_limit_alone" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  metadata_options {
    http_put_response_hop_limit = 2
  }
}

resource "aws_instance" "from_template" {
  launch_template {
    id = aws_launch_template.bare.id
  }

  metadata_options {
    http_tokens = "optional"
  }
}

resource "aws_launch_template" "bare" {
  name     = "bare"
  image_id = "ami-0abcdef1234567890"
}

resource "aws_launch_template" "optional" {
  name     = "optional"
  image_id = "ami-0abcdef1234567890"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}

resource "aws_launch_configuration" "bare" {
  name          = "bare"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
}

resource "aws_launch_configuration" "optional" {
  name          = "optional"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "optional"
  }
}
