variable "lock_days" {
  type = number
}

variable "data_class" {
  type = string
}

# want: unknown locked
resource "aws_s3_bucket" "records" {
  bucket = "clinic-phi-records"
}

resource "aws_s3_bucket_object_lock_configuration" "records" {
  bucket = aws_s3_bucket.records.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = var.lock_days
    }
  }
}

# Without PHI nothing is asked.
resource "aws_s3_bucket" "classified" {
  bucket = "clinic-classified"
  tags   = { DataClass = var.data_class }
}
