resource "aws_backup_selection" "conditions" {
  name          = "conditions"
  plan_id       = "11111111-2222-3333-4444-555555555555"
  iam_role_arn  = "arn:aws:iam::111122223333:role/backup"
  resources     = ["*"]
  not_resources = ["arn:aws:dynamodb:*:*:table/scratch-*"]

  condition {
    string_equals {
      key   = "aws:ResourceTag/Stage"
      value = "production"
    }
    string_like {
      key   = "aws:ResourceTag/Team"
      value = "clin*"
    }
    string_not_equals {
      key   = "aws:ResourceTag/Backup"
      value = "none"
    }
    string_not_like {
      key   = "aws:ResourceTag/Owner"
      value = "test-*"
    }
  }
}

resource "aws_dynamodb_table" "visits" {
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  tags = { Stage = "production", Team = "clinic", Backup = "daily", Owner = "records" }

}

