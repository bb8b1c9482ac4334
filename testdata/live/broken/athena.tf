resource "aws_athena_workgroup" "visits" {
  name        = "visits"
  description = "visits"
  tags        = { team = "billing" }
  configuration {
    enforce_workgroup_configuration    = false
    publish_cloudwatch_metrics_enabled = false
    result_configuration {
      output_location = "s3://phi-archive/results/"
    }
  }
}
