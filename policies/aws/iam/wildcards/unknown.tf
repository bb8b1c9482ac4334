variable "actions" {
  type = list(string)
}

variable "class" {
  type = string
}

resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

# want: unknown
resource "aws_iam_policy" "actions" {
  name = "actions"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }]
  })
}

resource "aws_dynamodb_table" "visits" {
  name = "visits"
  tags = { DataClass = var.class }
}

# The table may hold PHI.
# want: unknown phi
# want: fail services
resource "aws_iam_role_policy" "tables" {
  role = "tables"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "dynamodb:*", Resource = "*" }]
  })
}
