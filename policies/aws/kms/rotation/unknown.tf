variable "rotate" {
  type = bool
}

variable "spec" {
  type = string
}

variable "key_store" {
  type = string
}

resource "aws_kms_key" "by_variable" {
  description         = "Databases"
  enable_key_rotation = var.rotate
}

# Only symmetric keys can rotate.
resource "aws_kms_key" "of_unknown_kind" {
  description              = "Signs or encrypts"
  customer_master_key_spec = var.spec
}

resource "aws_kms_key" "in_unknown_store" {
  description         = "Perhaps in CloudHSM"
  custom_key_store_id = var.key_store
}

variable "enabled" {
  type = bool
}

resource "aws_kms_key" "perhaps_disabled" {
  description = "Perhaps retired"
  is_enabled  = var.enabled
}
