variable "encrypted" {
  type = bool
}

variable "default_encryption" {
  type = bool
}

variable "volumes" {
  type = list(object({ device = string, encrypted = bool }))
}

variable "kms_key_id" {
  type = string
}

variable "tags" {
  type = map(string)
}

variable "template" {
  type = string
}

resource "aws_ebs_encryption_by_default" "this" {
  enabled = var.default_encryption
}

# want: unknown encrypted
resource "aws_ebs_volume" "by_variable" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = var.encrypted
}

# What the region encrypts by default is not known.
# want: unknown encrypted
resource "aws_ebs_volume" "omitted" {
  availability_zone = "us-east-1a"
  size              = 20
}

# A volume is encrypted where its snapshot is.
# want: unknown encrypted
resource "aws_ebs_volume" "from_snapshot" {
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_ebs_volume" "key_by_variable" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = var.kms_key_id

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_ebs_volume" "of_unknown_class" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = true

  tags = var.tags
}

# want: unknown encrypted
resource "aws_instance" "disks_by_variable" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    encrypted = true
  }

  dynamic "ebs_block_device" {
    for_each = var.volumes

    content {
      device_name = ebs_block_device.value.device
      encrypted   = ebs_block_device.value.encrypted
    }
  }
}

# want: unknown encrypted
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

# want: unknown encrypted
resource "aws_launch_template" "by_variable" {
  name          = "by-variable"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted = var.encrypted
    }
  }
}

# want: unknown encrypted
resource "aws_launch_configuration" "by_variable" {
  name          = "by-variable"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  root_block_device {
    encrypted = var.encrypted
  }
}
