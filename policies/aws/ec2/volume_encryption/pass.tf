variable "encrypted" {
  type    = bool
  default = true
}

variable "data_volumes" {
  type = list(object({
    device    = string
    size      = number
    encrypted = optional(bool, true)
  }))
  default = [
    { device = "/dev/sdf", size = 100 },
    { device = "/dev/sdg", size = 500 },
  ]
}

locals {
  phi = { DataClass = "PHI" }
}

resource "aws_kms_key" "disks" {
  description         = "Volumes"
  enable_key_rotation = true
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = var.encrypted
}

resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 2000
  encrypted         = true
  kms_key_id        = aws_kms_key.disks.arn

  tags = local.phi
}

resource "aws_instance" "imaging" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "m7g.xlarge"

  root_block_device {
    encrypted  = true
    kms_key_id = aws_kms_key.disks.arn
  }

  dynamic "ebs_block_device" {
    for_each = var.data_volumes

    content {
      device_name = ebs_block_device.value.device
      volume_size = ebs_block_device.value.size
      encrypted   = ebs_block_device.value.encrypted
      kms_key_id  = aws_kms_key.disks.arn
    }
  }

  tags = merge(local.phi, { Name = "imaging" })
}

resource "aws_instance" "web" {
  count = 2

  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    volume_size = 20
    encrypted   = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 20
    encrypted   = true
  }
}

resource "aws_launch_template" "portal" {
  name_prefix   = "portal-"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "m7g.large"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 40
      encrypted   = true
      kms_key_id  = aws_kms_key.disks.arn
    }
  }

  block_device_mappings {
    device_name  = "/dev/sdb"
    virtual_name = "ephemeral0"
  }

  tags = local.phi
}

resource "aws_launch_template" "workers" {
  for_each = toset(["blue", "green"])

  name          = "workers-${each.key}"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted = "true"
    }
  }
}

# Its template describes its disks.
# want: not_applicable encrypted
resource "aws_instance" "from_template" {
  launch_template {
    id      = aws_launch_template.portal.id
    version = "$Latest"
  }
}

resource "aws_instance" "from_template_with_more" {
  launch_template {
    id = aws_launch_template.portal.id
  }

  ebs_block_device {
    device_name = "/dev/sdh"
    volume_size = 20
    encrypted   = true
    kms_key_id  = aws_kms_key.disks.arn
  }

  tags = local.phi
}

resource "aws_launch_configuration" "legacy" {
  name_prefix   = "legacy-"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
}
