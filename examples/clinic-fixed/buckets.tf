locals {
  buckets = {
    documents = {
      # Referrals, letters and laboratory results.
      data_class = "PHI"
      algorithm  = "aws:kms"
      key        = aws_kms_key.phi.arn
      lock       = { mode = "GOVERNANCE", days = 90 }
    }
    exports = {
      # Nightly claims for the billing service.
      data_class = "PHI"
      algorithm  = "aws:kms"
      key        = aws_kms_key.phi.arn
      lock       = { mode = "GOVERNANCE", days = 90 }
    }
    forms = {
      # Blank intake forms; the portal serves them.
      data_class = "Public"
      algorithm  = "aws:kms"
      key        = aws_kms_key.phi.arn
    }
    trail = {
      data_class = "Audit"
      algorithm  = "aws:kms"
      key        = aws_kms_key.logs.arn
      lock       = { mode = "COMPLIANCE", days = var.retention_days }
      writers = {
        trail = { service = "cloudtrail.amazonaws.com", reads_acl = true }
      }
    }
    lb-logs = {
      data_class = "Audit"
      # Load balancers can write to buckets with S3's own keys only.
      algorithm = "AES256"
      lock      = { mode = "COMPLIANCE", days = var.retention_days }
      writers = {
        portal = { service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      }
    }
  }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name        = "${local.name}-${each.key}"
  data_class  = each.value.data_class
  algorithm   = each.value.algorithm
  kms_key_arn = try(each.value.key, null)
  expire_days = each.value.data_class == "Public" ? null : var.retention_days
  lock        = try(each.value.lock, null)
  writers     = try(each.value.writers, {})
  log_bucket  = module.access_logs.name
}

# Server access logs of all the others. S3 does not deliver them to a bucket
# with default retention, and logging the log bucket would never end.
module "access_logs" {
  source = "./modules/bucket"

  name        = "${local.name}-access-logs"
  data_class  = "Audit"
  expire_days = var.retention_days
  writers = {
    s3 = { service = "logging.s3.amazonaws.com" }
  }
}
