variable "closed" {
  type = bool
}

resource "aws_s3_account_public_access_block" "this" {
  block_public_acls       = var.closed
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
