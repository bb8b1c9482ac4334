# Nothing here holds PHI, so the files need no lock. The account's block serves all
# buckets, and no rule ever expires a file.

# want: pass private
# want: pass logged
# want: pass versioned
# want: pass retained
# want: not_applicable locked
resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = "clinic-trail"
}

resource "aws_s3_account_public_access_block" "main" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"

  logging {
    target_bucket = "organisation-access-logs"
  }

  versioning {
    enabled = true
  }

  lifecycle_rule {
    enabled = false

    expiration {
      days = 30
    }
  }
}
