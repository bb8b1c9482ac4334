resource "aws_athena_workgroup" "claims" {
  name        = "claims"
  description = "claims"
  tags        = local.phi
  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    result_configuration {
      output_location = "s3://clinic-phi-records/results/"
      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.charts.arn
      }
    }
  }
}
