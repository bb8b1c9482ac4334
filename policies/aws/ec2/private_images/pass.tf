data "aws_caller_identity" "current" {}

# want: pass encrypted
resource "aws_ami" "app" {
  name                = "app"
  virtualization_type = "hvm"
  root_device_name    = "/dev/xvda"

  dynamic "ebs_block_device" {
    for_each = { "/dev/xvda" = 20, "/dev/xvdb" = 100 }

    content {
      device_name = ebs_block_device.key
      volume_size = ebs_block_device.value
      encrypted   = true
    }
  }
}

resource "aws_ami_launch_permission" "partner" {
  image_id   = aws_ami.app.id
  account_id = "444455556666"
}

resource "aws_ami_copy" "app" {
  name              = "app-west"
  source_ami_id     = aws_ami.app.id
  source_ami_region = "us-east-1"
  encrypted         = true

  tags = { DataClass = "PHI" }
}

resource "aws_ami_launch_permission" "own" {
  image_id   = aws_ami_copy.app.id
  account_id = data.aws_caller_identity.current.account_id
}

# want: not_applicable
resource "aws_ami_from_instance" "base" {
  name               = "base"
  source_instance_id = "i-0123456789abcdef0"
}

resource "aws_ami_from_instance" "viewer" {
  name               = "viewer"
  source_instance_id = "i-0123456789abcdef1"
  tags               = { DataClass = "PHI" }
}
