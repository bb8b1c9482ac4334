resource "aws_dms_endpoint" "records" {
  endpoint_id   = "records"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = "verify-full"
  kms_key_arn   = aws_kms_key.charts.arn
  tags          = local.phi
}
