# whole-account
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_ssm_maintenance_window_task" "patches" {
  window_id = "mw-0c50858d01EXAMPLE"
  task_type = "RUN_COMMAND"
  task_arn  = "AWS-RunPatchBaseline"
}
