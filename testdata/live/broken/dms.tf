resource "aws_dms_endpoint" "visits" {
  endpoint_id   = "visits"
  endpoint_type = "source"
  engine_name   = "postgres"
  ssl_mode      = "none"
  tags          = { team = "billing" }
}
