# whole-account
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}

resource "aws_ssm_association" "agent" {
  name = "AWS-UpdateSSMAgent"
}

resource "aws_ssm_maintenance_window_task" "report" {
  window_id = "mw-0c50858d01EXAMPLE"
  task_type = "LAMBDA"
  task_arn  = "arn:aws:lambda:us-east-1:111122223333:function:report"
}
