# whole-account
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_ssm_association" "patches" {
  name                = "AWS-RunPatchBaseline"
  schedule_expression = "cron(0 3 ? * SUN *)"
  parameters          = { Operation = "Install" }

  targets {
    key    = "InstanceIds"
    values = ["*"]
  }
}
