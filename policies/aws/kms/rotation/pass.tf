variable "rotate" {
  type    = bool
  default = true
}

locals {
  keys = {
    database = "Databases"
    logs     = "Log groups and trails"
  }
}

resource "aws_kms_key" "phi" {
  description             = "Everything that holds patient data"
  enable_key_rotation     = true
  rotation_period_in_days = 180
  deletion_window_in_days = 30
}

resource "aws_kms_key" "by_use" {
  for_each = local.keys

  description         = each.value
  enable_key_rotation = var.rotate
}

resource "aws_kms_key" "spelled_out" {
  description              = "Primary of a multi-Region key"
  key_usage                = "ENCRYPT_DECRYPT"
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  multi_region             = true
  enable_key_rotation      = true
}

# want: not_applicable
resource "aws_kms_key" "signing" {
  description              = "Signs documents"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}

# want: not_applicable
resource "aws_kms_key" "mac" {
  description              = "Authenticates messages"
  key_usage                = "GENERATE_VERIFY_MAC"
  customer_master_key_spec = "HMAC_256"
}

resource "aws_kms_custom_key_store" "hsm" {
  custom_key_store_name    = "hsm"
  cloud_hsm_cluster_id     = "cluster-1a23b4cdefg"
  key_store_password       = "set-outside"
  trust_anchor_certificate = "certificate"
}

# want: not_applicable
resource "aws_kms_key" "in_hsm" {
  description         = "Key material in CloudHSM"
  custom_key_store_id = aws_kms_custom_key_store.hsm.id
}

# want: not_applicable
resource "aws_kms_key" "retired" {
  description = "Old archives, until they are gone"
  is_enabled  = false
}
