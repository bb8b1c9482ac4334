# Versioning is off until it is enabled.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket" "suspended" {
  bucket = "clinic-suspended"
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.suspended.id

  versioning_configuration {
    status = "Suspended"
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "clinic-inline"

  versioning {
    enabled = false
  }
}

# want: fail versioned
# want: fail audit_log
resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}

# want: fail audit_log
resource "aws_s3_bucket" "config" {
  bucket = "clinic-config"
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.config.bucket
}

# want: fail audit_log
resource "aws_s3_bucket" "flow_logs" {
  bucket = "clinic-flow-logs"
}

resource "aws_flow_log" "main" {
  log_destination      = aws_s3_bucket.flow_logs.arn
  log_destination_type = "s3"
  traffic_type         = "ALL"
  vpc_id               = "vpc-0123456789abcdef0"
}

# want: fail audit_log
resource "aws_s3_bucket" "balancers" {
  for_each = toset(["network", "classic"])
  bucket   = "clinic-${each.key}"
}

resource "aws_lb" "main" {
  name               = "clinic"
  load_balancer_type = "network"

  access_logs {
    bucket  = aws_s3_bucket.balancers["network"].id
    enabled = true
  }
}

resource "aws_elb" "main" {
  name = "clinic-classic"

  access_logs {
    bucket = aws_s3_bucket.balancers["classic"].id
  }

  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
