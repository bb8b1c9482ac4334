variable "trail_bucket" {
  type = string
}

variable "data_class" {
  type = string
}

# Another stack declares the bucket.
# want: unknown private
# want: unknown logged
# want: unknown versioned
# want: unknown retained
# want: unknown locked
resource "aws_cloudtrail" "central" {
  name           = "central"
  s3_bucket_name = "organisation-trail"
}

# want: unknown private
resource "aws_cloudtrail" "given" {
  name           = "given"
  s3_bucket_name = var.trail_bucket
}

# Whether the account holds PHI decides whether the files must be locked.
# want: fail private
# want: unknown locked
resource "aws_cloudtrail" "main" {
  name           = "clinic"
  s3_bucket_name = aws_s3_bucket.trail.id
}

resource "aws_s3_bucket" "trail" {
  bucket = "clinic-trail"
}

resource "aws_efs_file_system" "scans" {
  encrypted = true
  tags      = { DataClass = var.data_class }
}
