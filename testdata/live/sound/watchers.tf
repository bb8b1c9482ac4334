resource "aws_guardduty_detector" "on" {
  enable = true
}

resource "aws_guardduty_detector_feature" "on" {
  for_each    = toset(["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "EBS_MALWARE_PROTECTION", "RUNTIME_MONITORING", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS"])
  detector_id = aws_guardduty_detector.on.id
  name        = each.key
  status      = "ENABLED"
}

resource "aws_securityhub_account" "on" {}

resource "aws_inspector2_enabler" "on" {
  account_ids    = [data.aws_caller_identity.current.account_id]
  resource_types = ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"]
}

resource "aws_config_configuration_recorder" "default" {
  name     = "default"
  role_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/config"
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_delivery_channel" "default" {
  name           = "default"
  s3_bucket_name = aws_s3_bucket.all["clinic-trail"].id
}

resource "aws_config_configuration_recorder_status" "default" {
  name       = aws_config_configuration_recorder.default.name
  is_enabled = true
}
