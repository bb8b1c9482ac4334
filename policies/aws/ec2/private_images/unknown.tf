variable "encrypted" {
  type = bool
}

variable "group" {
  type = string
}

variable "partner" {
  type = string
}

# want: unknown encrypted
resource "aws_ami" "by_variable" {
  name             = "by-variable"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = var.encrypted
  }
}

# want: unknown encrypted
resource "aws_ami_copy" "by_variable" {
  name              = "copy"
  source_ami_id     = aws_ami.by_variable.id
  source_ami_region = "us-east-1"
  encrypted         = var.encrypted
}

resource "aws_ami_launch_permission" "by_variable" {
  image_id = aws_ami.by_variable.id
  group    = var.group
}

# want: unknown accounts
resource "aws_ami_from_instance" "viewer" {
  name               = "viewer"
  source_instance_id = "i-0123456789abcdef0"
  tags               = { DataClass = "PHI" }
}

# want: pass public
resource "aws_ami_launch_permission" "partner" {
  image_id   = aws_ami_from_instance.viewer.id
  account_id = var.partner
}

# It is as encrypted as the snapshot.
# want: unknown encrypted
resource "aws_ami" "of_snapshots" {
  name             = "of-snapshots"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0123456789abcdef0"
  }
}
