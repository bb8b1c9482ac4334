resource "aws_kms_key" "migration" {
  description         = "Migrations"
  enable_key_rotation = true
}

resource "aws_dms_replication_instance" "omitted" {
  replication_instance_id    = "omitted"
  replication_instance_class = "dms.t3.medium"
}

resource "aws_dms_replication_instance" "private" {
  replication_instance_id    = "private"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = false
  kms_key_arn                = aws_kms_key.migration.arn

  tags = { DataClass = "PHI" }
}

resource "aws_dms_endpoint" "verified" {
  endpoint_id     = "verified"
  endpoint_type   = "source"
  engine_name     = "postgres"
  ssl_mode        = "verify-full"
  certificate_arn = "arn:aws:dms:us-east-1:111122223333:cert:ABC"
  kms_key_arn     = aws_kms_key.migration.arn

  tags = { DataClass = "PHI" }
}

resource "aws_dms_endpoint" "required" {
  endpoint_id   = "required"
  endpoint_type = "source"
  engine_name   = "mysql"
  ssl_mode      = "require"
}

resource "aws_dms_endpoint" "topic" {
  endpoint_id   = "topic"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker            = "b-1.vitals:9096"
    security_protocol = "sasl-ssl"
  }
}

resource "aws_dms_endpoint" "cache" {
  endpoint_id   = "cache"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type   = "none"
    port        = 6379
    server_name = "cache"
  }
}

# want: not_applicable transport
resource "aws_dms_endpoint" "bucket" {
  endpoint_id   = "bucket"
  endpoint_type = "target"
  engine_name   = "kinesis"
  kinesis_settings {
    stream_arn = "arn:aws:kinesis:us-east-1:111122223333:stream/vitals"
  }
}

