# Every way in which a value can come from a resource that is yet to be created.
variable "names" {
  default = ["records", "scans"]
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_kms_key" "each" {
  for_each = toset(var.names)
}

resource "aws_s3_bucket" "named" {
  bucket = "clinic-records"
}

resource "aws_s3_bucket" "nameless" {}

resource "aws_s3_bucket_versioning" "named" {
  bucket = aws_s3_bucket.named.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_logging" "chained" {
  bucket        = aws_s3_bucket_versioning.named.bucket
  target_bucket = aws_s3_bucket.nameless.bucket
  target_prefix = "log/"
}

resource "aws_s3_bucket_policy" "nameless" {
  bucket = aws_s3_bucket.nameless.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Action    = "s3:*"
      Principal = "*"
      Resource  = "${aws_s3_bucket.nameless.arn}/*"
    }]
  })
}

resource "aws_ebs_volume" "direct" {
  availability_zone = "us-east-1a"
  encrypted         = true
  kms_key_id        = aws_kms_key.main.arn
}

resource "aws_ebs_volume" "each" {
  for_each          = aws_kms_key.each
  availability_zone = "us-east-1a"
  kms_key_id        = aws_kms_key.each[each.key].arn
}

resource "aws_ebs_volume" "one" {
  availability_zone = "us-east-1a"
  kms_key_id        = aws_kms_key.each["records"].arn
}

locals {
  key = aws_kms_key.main.arn
}

resource "aws_ebs_volume" "local" {
  availability_zone = "us-east-1a"
  kms_key_id        = local.key
}

resource "aws_ebs_volume" "either" {
  availability_zone = "us-east-1a"
  kms_key_id        = var.names[0] == "records" ? aws_kms_key.main.arn : aws_kms_key.each["scans"].arn
}

resource "aws_ebs_volume" "impure" {
  availability_zone = "us-east-1a"
  kms_key_id        = uuid()
}

resource "aws_ebs_volume" "same_as" {
  availability_zone = "us-east-1a"
  encrypted         = aws_ebs_volume.direct.encrypted
  snapshot_id       = aws_ebs_volume.direct.snapshot_id
}

resource "aws_backup_selection" "one" {
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  name         = "one"
  plan_id      = "plan"
  resources    = [aws_ebs_volume.direct.arn]
}

resource "aws_backup_selection" "many" {
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  name         = "many"
  plan_id      = "plan"
  resources    = [aws_ebs_volume.direct.arn, aws_ebs_volume.one.arn]
}

module "store" {
  source   = "./store"
  for_each = toset(["a.b"])
  key      = aws_kms_key.main.arn
  bucket   = aws_s3_bucket.nameless.id
}

resource "aws_ebs_volume" "output" {
  availability_zone = "us-east-1a"
  kms_key_id        = module.store["a.b"].key
}

data "aws_caller_identity" "me" {}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.named.bucket
  kms_key_id     = data.aws_caller_identity.me.account_id
}

resource "aws_alb" "old_name" {
  internal = true
}

resource "aws_lb_listener" "old_name" {
  load_balancer_arn = aws_alb.old_name.arn
  port              = 80
  default_action {
    type = "fixed-response"
  }
}

resource "aws_cloudtrail" "objects" {
  name           = "objects"
  s3_bucket_name = aws_s3_bucket.named.bucket
  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.nameless.arn}/"]
    }
  }
}
