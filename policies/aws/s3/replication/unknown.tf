provider "aws" {
  region = "us-east-1"
}

variable "status" {
  type = string
}

variable "destination" {
  type = string
}

resource "aws_s3_bucket" "status" {
  bucket = "status"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "status" {
  bucket = aws_s3_bucket.status.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "status" {
  bucket = aws_s3_bucket.status.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = var.status

    destination {
      bucket = "arn:aws:s3:::elsewhere"
    }
  }
}

# The destination is declared elsewhere: in which Region is not told.
# want: unknown copied
# want: pass encrypted
resource "aws_s3_bucket" "destination" {
  bucket = "destination"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_replication_configuration" "destination" {
  bucket = aws_s3_bucket.destination.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = "arn:aws:s3:::of-another-account"
    }
  }
}

# A plan that copies takes in what carries a tag.
# want: unknown copied
# want: not_applicable encrypted
resource "aws_s3_bucket" "tagged" {
  bucket = "tagged"
  tags   = { DataClass = "PHI", Backup = "daily" }
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "records"

    copy_action {
      destination_vault_arn = "arn:aws:backup:us-west-2:111122223333:backup-vault:copies"
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}
