# Instances are patched on Sunday night, those of the portal by new images besides.
resource "aws_ssm_association" "patches" {
  name                = "AWS-RunPatchBaseline"
  association_name    = "${local.name}-patches"
  schedule_expression = "cron(0 4 ? * SUN *)"

  parameters = {
    Operation    = "Install"
    RebootOption = "RebootIfNeeded"
  }

  targets {
    key    = "tag:Application"
    values = ["clinic"]
  }
}
