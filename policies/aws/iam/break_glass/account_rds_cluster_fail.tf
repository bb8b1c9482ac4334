# whole-account
resource "aws_rds_cluster" "records" {
  cluster_identifier = "records"
  tags               = { DataClass = "PHI" }
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = "{}"
  tags               = { BreakGlass = "false" }
}
