resource "aws_cloudwatch_log_group" "scratch" {
  name              = "scratch"
  retention_in_days = 7
  tags              = { DataClass = "internal", HIPAA = "false" }
}
