# want: fail private
resource "aws_dms_replication_instance" "public" {
  replication_instance_id    = "public"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = true
}

# want: pass private
# want: fail customer_key
resource "aws_dms_replication_instance" "phi" {
  replication_instance_id    = "phi"
  replication_instance_class = "dms.t3.medium"

  tags = { DataClass = "PHI" }
}

# want: fail transport
resource "aws_dms_endpoint" "omitted" {
  endpoint_id   = "omitted"
  endpoint_type = "source"
  engine_name   = "mysql"
}

# want: fail transport
resource "aws_dms_endpoint" "none" {
  endpoint_id   = "none"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = "none"
}

# want: pass transport
# want: fail customer_key
resource "aws_dms_endpoint" "phi" {
  endpoint_id   = "phi"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = "require"
  kms_key_arn   = "arn:aws:kms:us-east-1:111122223333:alias/aws/dms"

  tags = { DataClass = "PHI" }
}

# want: fail transport
resource "aws_dms_endpoint" "topic" {
  endpoint_id   = "topic"
  endpoint_type = "target"
  engine_name   = "kafka"
  kafka_settings {
    broker = "b-1.vitals:9092"
  }
}

# want: fail transport
resource "aws_dms_endpoint" "cache" {
  endpoint_id   = "cache"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type             = "none"
    port                  = 6379
    server_name           = "cache"
    ssl_security_protocol = "plaintext"
  }
}

