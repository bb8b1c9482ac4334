provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_kms_key" "west" {
  provider            = aws.west
  enable_key_rotation = true
}

resource "aws_s3_bucket" "records" {
  bucket = "records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

# A replica needs no replica.
# want: not_applicable
resource "aws_s3_bucket" "copies" {
  provider = aws.west
  bucket   = "records-west"
  tags     = { DataClass = "PHI" }
}

resource "aws_s3_bucket_replication_configuration" "records" {
  bucket = aws_s3_bucket.records.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    id     = "all"
    status = "Enabled"

    filter {}

    delete_marker_replication {
      status = "Enabled"
    }

    source_selection_criteria {
      sse_kms_encrypted_objects {
        status = "Enabled"
      }
    }

    destination {
      bucket        = aws_s3_bucket.copies.arn
      storage_class = "STANDARD_IA"

      encryption_configuration {
        replica_kms_key_id = aws_kms_key.west.arn
      }
    }
  }
}

# Encrypted with keys of S3, with the older form of a rule.
resource "aws_s3_bucket" "images" {
  bucket = "images"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "images" {
  bucket = aws_s3_bucket.images.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "images" {
  bucket = aws_s3_bucket.images.bucket
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    prefix = ""
    status = "Enabled"

    destination {
      bucket = "arn:aws:s3:::records-west"
    }
  }
}

# AWS Backup copies it.
# want: pass copied
# want: not_applicable encrypted
resource "aws_s3_bucket" "letters" {
  bucket = "letters"
  tags   = { DataClass = "PHI" }
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

resource "aws_backup_selection" "letters" {
  name         = "letters"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_s3_bucket.letters.arn]
}

# want: not_applicable
resource "aws_s3_bucket" "website" {
  bucket = "website"
}
