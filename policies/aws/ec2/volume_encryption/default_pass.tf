# The region encrypts what does not say so, with a key of the customer.
resource "aws_ebs_encryption_by_default" "this" {}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = aws_kms_key.disks.arn
}

resource "aws_kms_key" "disks" {
  description         = "Volumes"
  enable_key_rotation = true
}

resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 2000

  tags = { DataClass = "PHI" }
}

resource "aws_instance" "imaging" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "m7g.xlarge"

  tags = { DataClass = "PHI" }
}

resource "aws_instance" "web" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    volume_size = 20
  }
}

resource "aws_launch_template" "portal" {
  name          = "portal"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "m7g.large"

  tags = { DataClass = "PHI" }
}

resource "aws_launch_configuration" "legacy" {
  name          = "phi-legacy"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 20
  }
}
