provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

# want: fail copied
# want: not_applicable encrypted
resource "aws_s3_bucket" "single" {
  bucket = "single"
  tags   = { DataClass = "PHI" }
}

# A rule that is off, and one for a part.
# want: fail copied
# want: not_applicable encrypted
resource "aws_s3_bucket" "partly" {
  bucket = "partly"
  tags   = { DataClass = "PHI" }
}

# want: not_applicable
resource "aws_s3_bucket" "west" {
  provider = aws.west
  bucket   = "west"
}

resource "aws_s3_bucket_replication_configuration" "partly" {
  bucket = aws_s3_bucket.partly.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    id       = "off"
    priority = 1
    status   = "Disabled"

    filter {}

    destination {
      bucket = aws_s3_bucket.west.arn
    }
  }

  rule {
    id       = "charts"
    priority = 2
    status   = "Enabled"

    filter {
      prefix = "charts/"
    }

    destination {
      bucket = aws_s3_bucket.west.arn
    }
  }

  rule {
    id       = "tagged"
    priority = 3
    status   = "Enabled"

    filter {
      tag {
        key   = "copy"
        value = "yes"
      }
    }

    destination {
      bucket = aws_s3_bucket.west.arn
    }
  }

  rule {
    id       = "both"
    priority = 4
    status   = "Enabled"

    filter {
      and {
        prefix = "scans/"
        tags   = { copy = "yes" }
      }
    }

    destination {
      bucket = aws_s3_bucket.west.arn
    }
  }
}

# The copy is in the same Region.
# want: fail copied
# want: pass encrypted
resource "aws_s3_bucket" "near" {
  bucket = "near"
  tags   = { DataClass = "PHI" }
}

# want: not_applicable
resource "aws_s3_bucket" "beside" {
  bucket = "beside"
}

resource "aws_s3_bucket_replication_configuration" "near" {
  bucket = aws_s3_bucket.near.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    filter {}

    destination {
      bucket = aws_s3_bucket.beside.arn
    }
  }
}

# S3 leaves out what is encrypted with KMS.
# want: pass copied
# want: fail encrypted
resource "aws_s3_bucket" "keyed" {
  bucket = "keyed"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "keyed" {
  bucket = aws_s3_bucket.keyed.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms:dsse"
    }
  }
}

resource "aws_s3_bucket_replication_configuration" "keyed" {
  bucket = aws_s3_bucket.keyed.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    filter {}

    destination {
      bucket = aws_s3_bucket.west.arn
    }
  }
}
