variable "acl" {
  type = string
}

variable "organization" {
  type = string
}

resource "aws_s3_bucket" "acl" {
  bucket = "clinic-acl"
}

resource "aws_s3_bucket_acl" "acl" {
  bucket = aws_s3_bucket.acl.id
  acl    = var.acl
}

# The condition decides, and it has no value.
resource "aws_s3_bucket" "condition" {
  bucket = "clinic-condition"
}

resource "aws_s3_bucket_policy" "condition" {
  bucket = aws_s3_bucket.condition.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.condition.arn}/*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization } }
    }]
  })
}

# Another stack declares the bucket, and perhaps a public access block for it.
data "aws_s3_bucket" "elsewhere" {
  bucket = "clinic-elsewhere"
}

# want: unknown
resource "aws_s3_bucket_policy" "elsewhere" {
  bucket = data.aws_s3_bucket.elsewhere.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${data.aws_s3_bucket.elsewhere.arn}/*"
    }]
  })
}

# Whether the Deny takes the Allow back depends on a variable.
resource "aws_s3_bucket" "denied" {
  bucket = "clinic-denied"
}

resource "aws_s3_bucket_policy" "denied" {
  bucket = aws_s3_bucket.denied.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.denied.arn}/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.denied.arn, "${aws_s3_bucket.denied.arn}/*"]
        Condition = { StringNotEquals = { "aws:PrincipalOrgID" = var.organization } }
      },
    ]
  })
}

# And here on what it is about.
resource "aws_s3_bucket" "actions" {
  bucket = "clinic-actions"
}

resource "aws_s3_bucket_policy" "actions" {
  bucket = aws_s3_bucket.actions.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.actions.arn}/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = [var.action, "s3:DeleteObject"]
        Resource  = [aws_s3_bucket.actions.arn, "${aws_s3_bucket.actions.arn}/*"]
      },
    ]
  })
}

variable "action" {
  type = string
}
