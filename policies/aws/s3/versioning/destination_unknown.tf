variable "audit_bucket" {
  type = string
}

# want: fail versioned
# want: unknown audit_log
resource "aws_s3_bucket" "perhaps" {
  bucket = "clinic-perhaps"
}

resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = var.audit_bucket
}
