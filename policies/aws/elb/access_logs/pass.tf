resource "aws_s3_bucket" "logs" {
  bucket = "portal-access-logs"
}

resource "aws_lb" "portal" {
  name    = "portal"
  subnets = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    prefix  = "portal"
    enabled = true
  }
}

locals {
  log_bucket = "portal-access-logs"
}

resource "aws_alb" "interfaces" {
  for_each           = toset(["hl7", "dicom"])
  name               = each.key
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d4e5f60718"]

  dynamic "access_logs" {
    for_each = local.log_bucket == "" ? [] : [local.log_bucket]
    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}

# want: not_applicable
resource "aws_lb" "inspection" {
  name               = "inspection"
  load_balancer_type = "gateway"
  subnets            = ["subnet-0a1b2c3d4e5f60718"]
}

# A classic load balancer logs where the block is there and says nothing else.
resource "aws_elb" "classic" {
  name               = "classic"
  availability_zones = ["us-east-1a"]

  access_logs {
    bucket   = aws_s3_bucket.logs.id
    interval = 60
  }

  listener {
    lb_protocol        = "https"
    lb_port            = 443
    instance_protocol  = "https"
    instance_port      = 8443
    ssl_certificate_id = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012"
  }
}
