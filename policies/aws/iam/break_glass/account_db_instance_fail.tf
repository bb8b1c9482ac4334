# whole-account
resource "aws_db_instance" "records" {
  identifier = "records"
  tags       = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "false" }
}
