# want: fail encrypted
resource "aws_ami" "clear" {
  name             = "clear"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = true
  }

  ebs_block_device {
    device_name = "/dev/xvdb"
    volume_size = 100
  }
}

resource "aws_ami_launch_permission" "everybody" {
  image_id = aws_ami.clear.id
  group    = "all"
}

# want: fail encrypted
resource "aws_ami_copy" "clear" {
  name              = "clear-copy"
  source_ami_id     = aws_ami.clear.id
  source_ami_region = "us-east-1"
}

# want: fail accounts
resource "aws_ami_from_instance" "viewer" {
  name               = "viewer"
  source_instance_id = "i-0123456789abcdef0"
  tags               = { DataClass = "PHI" }
}

# want: pass public
resource "aws_ami_launch_permission" "partner" {
  image_id   = aws_ami_from_instance.viewer.id
  account_id = "444455556666"
}

# want: pass encrypted
# want: fail accounts
resource "aws_ami_copy" "shared" {
  name              = "shared"
  source_ami_id     = "ami-0abcdef1234567890"
  source_ami_region = "us-east-1"
  encrypted         = true
  tags              = { DataClass = "PHI" }
}

# want: pass public
resource "aws_ami_launch_permission" "organization" {
  image_id         = aws_ami_copy.shared.id
  organization_arn = "arn:aws:organizations::444455556666:organization/o-abcdefghij"
}

# want: pass encrypted
# want: fail accounts
resource "aws_ami" "shared" {
  name             = "shared"
  root_device_name = "/dev/xvda"
  tags             = { DataClass = "PHI" }

  ebs_block_device {
    device_name = "/dev/xvda"
    encrypted   = true
  }
}

# want: pass public
resource "aws_ami_launch_permission" "unit" {
  image_id                = aws_ami.shared.id
  organizational_unit_arn = "arn:aws:organizations::444455556666:ou/o-abcdefghij/ou-ab12-cdefghij"
}
