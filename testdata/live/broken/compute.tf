resource "aws_launch_template" "kiosk" {
  name      = "kiosk"
  image_id  = "ami-12c6146b"
  user_data = base64encode("#!/bin/bash\nexport DB_PASSWORD=correct-horse\n")

  metadata_options {
    http_tokens = "optional"
  }

  network_interfaces {
    associate_public_ip_address = true
  }
}

resource "aws_ami" "kiosk" {
  name             = "kiosk"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = false
  }
}

resource "aws_ami_launch_permission" "kiosk" {
  image_id = aws_ami.kiosk.id
  group    = "all"
}
