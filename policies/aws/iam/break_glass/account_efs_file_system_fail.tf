# whole-account
resource "aws_efs_file_system" "records" {
  creation_token = "records"
  tags           = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "false" }
}
