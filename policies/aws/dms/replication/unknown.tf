variable "public" {
  type = bool
}

variable "mode" {
  type = string
}

# want: unknown private
resource "aws_dms_replication_instance" "by_variable" {
  replication_instance_id    = "by-variable"
  replication_instance_class = "dms.t3.medium"
  publicly_accessible        = var.public
}

# want: unknown transport
resource "aws_dms_endpoint" "by_variable" {
  endpoint_id   = "by-variable"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = var.mode
}

# want: pass private
# want: unknown customer_key
resource "aws_dms_replication_instance" "of_unknown_key" {
  replication_instance_id    = "of-unknown-key"
  replication_instance_class = "dms.t3.medium"
  kms_key_arn                = var.mode

  tags = { DataClass = "PHI" }
}

