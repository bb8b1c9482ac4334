# The provider's account_id may be left out: it is the account of the credentials.
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = "true"
  restrict_public_buckets = true
}
