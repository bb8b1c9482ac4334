variable "encrypted" {
  type    = bool
  default = false
}

locals {
  phi = { HIPAA = "true" }
}

# want: fail encrypted
# want: not_applicable customer_key
resource "aws_ebs_volume" "omitted" {
  availability_zone = "us-east-1a"
  size              = 20
}

# want: fail encrypted
resource "aws_ebs_volume" "off" {
  for_each = toset(["us-east-1a", "us-east-1b"])

  availability_zone = each.key
  size              = 20
  encrypted         = var.encrypted
}

# want: pass encrypted
# want: fail customer_key
resource "aws_ebs_volume" "key_of_aws" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"

  tags = local.phi
}

# want: pass encrypted
# want: fail customer_key
resource "aws_ebs_volume" "no_key" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = true

  tags = local.phi
}

# Nothing is said about its root volume.
# want: fail encrypted
resource "aws_instance" "bare" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

# want: fail encrypted
# want: fail customer_key
resource "aws_instance" "bare_phi" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
    kms_key_id  = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  tags = local.phi
}

# want: fail encrypted
resource "aws_instance" "root" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    volume_size = 20
  }
}

# want: fail encrypted
# want: fail customer_key
resource "aws_instance" "second_disk" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    encrypted  = true
    kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
    kms_key_id  = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  ebs_block_device {
    device_name = "/dev/sdg"
    encrypted   = false
  }

  tags = local.phi
}

# want: pass encrypted
# want: fail customer_key
resource "aws_instance" "root_with_the_key_of_aws" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  root_block_device {
    encrypted = true
  }

  tags = local.phi
}

# A launch template does not speak for the disks that the instance adds.
# want: fail encrypted
resource "aws_instance" "from_template" {
  launch_template {
    id = aws_launch_template.bare.id
  }

  ebs_block_device {
    device_name = "/dev/sdh"
    volume_size = 20
  }
}

# want: fail encrypted
resource "aws_launch_template" "bare" {
  name          = "bare"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t4g.small"
}

# want: fail encrypted
# want: fail customer_key
resource "aws_launch_template" "mapping" {
  name          = "mapping"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t4g.small"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
      encrypted   = var.encrypted
    }
  }

  tags = local.phi
}

# want: fail encrypted
resource "aws_launch_configuration" "bare" {
  name          = "bare"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"
}

# want: fail encrypted
resource "aws_launch_configuration" "second_disk" {
  name          = "second-disk"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 20
  }
}

# Launch configurations cannot name a key.
# want: pass encrypted
# want: fail customer_key
resource "aws_launch_configuration" "phi" {
  name          = "phi-workers"
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.small"

  root_block_device {
    encrypted = true
  }
}
