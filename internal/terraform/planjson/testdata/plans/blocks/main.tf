# Blocks that are written, made by dynamic blocks, and omitted.
variable "ports" {
  default = [22, 443]
}

resource "aws_kms_key" "main" {}

resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_security_group" "bare" {}

resource "aws_instance" "sets" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  ebs_block_device {
    device_name = "/dev/sdb"
    encrypted   = true
    kms_key_id  = aws_kms_key.main.arn
  }
  ebs_block_device {
    device_name = "/dev/sda"
  }
  metadata_options {
    http_endpoint = "enabled"
  }
}

resource "aws_instance" "unknown_list" {
  ami           = "ami-1"
  instance_type = "t3.micro"
  dynamic "ebs_block_device" {
    for_each = aws_kms_key.main.tags_all
    content {
      device_name = ebs_block_device.key
    }
  }
  dynamic "root_block_device" {
    for_each = [1]
    content {
      kms_key_id = aws_kms_key.main.arn
    }
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "inline"
  versioning {
    enabled = true
  }
  lifecycle_rule {
    enabled = true
    expiration {
      days = 30
    }
  }
}

resource "aws_s3_bucket" "both" {
  bucket = "both"
  versioning {
    enabled = false
  }
}

resource "aws_s3_bucket_versioning" "both" {
  bucket = aws_s3_bucket.both.id
  versioning_configuration {
    status = "Enabled"
  }
}
