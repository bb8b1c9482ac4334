# whole-account
resource "aws_dynamodb_table" "records" {
  name = "records"
  tags = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "false" }
}
