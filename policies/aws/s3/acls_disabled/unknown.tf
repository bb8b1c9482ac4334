variable "ownership" {
  type = string
}

variable "acl" {
  type = bool
}

# want: unknown enforced
# want: unknown acl
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket_ownership_controls" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    object_ownership = var.ownership
  }
}

resource "aws_s3_bucket_acl" "records" {
  count  = var.acl ? 1 : 0
  bucket = aws_s3_bucket.records.id
  acl    = "private"
}
