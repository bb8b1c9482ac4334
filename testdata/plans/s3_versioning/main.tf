resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_versioning" "records" {
  bucket = aws_s3_bucket.records.id

  versioning_configuration {
    status = "Enabled"
  }
}

# The form from before version 4 of the provider.
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"

  versioning {
    enabled = true
  }
}

# Audit logs of every kind.
resource "aws_s3_bucket" "audit" {
  bucket = "clinic-audit"
}

resource "aws_s3_bucket_versioning" "audit" {
  bucket = aws_s3_bucket.audit.bucket

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.audit.id
}

resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = "clinic-audit"
}

resource "aws_flow_log" "main" {
  log_destination      = "${aws_s3_bucket.audit.arn}/flow-logs/"
  log_destination_type = "s3"
  traffic_type         = "ALL"
  vpc_id               = "vpc-0123456789abcdef0"
}

resource "aws_lb" "main" {
  name = "clinic"

  access_logs {
    bucket  = aws_s3_bucket.audit.id
    enabled = true
  }
}

resource "aws_elb" "main" {
  name = "clinic-classic"

  access_logs {
    bucket = aws_s3_bucket.audit.id
  }

  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
