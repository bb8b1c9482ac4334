# What a plan does to resources that are there already.
resource "aws_s3_bucket" "kept" {
  bucket = "kept"
}

removed {
  from = aws_s3_bucket.forgotten
  lifecycle {
    destroy = false
  }
}

resource "aws_ebs_volume" "replaced" {
  availability_zone = "us-east-1b"
  encrypted         = true
}

resource "aws_ebs_volume" "updated" {
  availability_zone = "us-east-1a"
  encrypted         = false
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "kept" {
  bucket = aws_s3_bucket.kept.bucket
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Principal = "*", Resource = "${aws_s3_bucket.kept.arn}/*" }] })
}
