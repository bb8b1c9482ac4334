resource "aws_launch_template" "viewer" {
  name     = "viewer"
  image_id = "ami-12c6146b"

  iam_instance_profile {
    name = "viewer"
  }

  metadata_options {
    http_tokens = "required"
  }

  monitoring {
    enabled = true
  }

  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_ami" "viewer" {
  name             = "viewer"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = true
  }
}

resource "aws_ami_launch_permission" "viewer" {
  image_id   = aws_ami.viewer.id
  account_id = "444455556666"
}
