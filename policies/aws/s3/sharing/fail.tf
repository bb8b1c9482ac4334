
# want: fail accounts
# want: not_applicable blocked
resource "aws_s3_bucket" "shared" {
  bucket = "shared"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_policy" "shared" {
  bucket = aws_s3_bucket.shared.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["arn:aws:iam::111122223333:root", "444455556666"] }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shared/*"
    }]
  })
}

# want: fail accounts
# want: not_applicable blocked
resource "aws_s3_bucket" "everybody" {
  bucket = "everybody"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_policy" "everybody" {
  bucket = aws_s3_bucket.everybody.id
  policy = <<-EOT
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::everybody", "arn:aws:s3:::everybody/*"]}
    ]}
  EOT
}

# want: not_applicable accounts
# want: fail blocked
resource "aws_s3_access_point" "each" {
  for_each = {
    acls     = { acls = false, policy = true, ignore = true, restrict = true }
    policy   = { acls = true, policy = false, ignore = true, restrict = true }
    ignore   = { acls = true, policy = true, ignore = false, restrict = true }
    restrict = { acls = true, policy = true, ignore = true, restrict = false }
  }
  bucket = "records"
  name   = each.key

  public_access_block_configuration {
    block_public_acls       = each.value.acls
    block_public_policy     = each.value.policy
    ignore_public_acls      = each.value.ignore
    restrict_public_buckets = each.value.restrict
  }
}
