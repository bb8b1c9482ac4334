variable "encrypted" {
  type = bool
}

variable "tags" {
  type    = map(string)
  default = null
}

variable "data_class" {
  type = string
}

data "aws_kms_alias" "files" {
  name = "alias/files"
}

# want: unknown encrypted
# want: not_applicable customer_key
resource "aws_efs_file_system" "by_variable" {
  creation_token = "by-variable"
  encrypted      = var.encrypted
  tags           = var.tags
}

# The key of a data source may be one that AWS manages.
# want: pass encrypted
# want: unknown customer_key
resource "aws_efs_file_system" "key_of_another_stack" {
  creation_token = "key-of-another-stack"
  encrypted      = true
  kms_key_id     = data.aws_kms_alias.files.target_key_arn

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_efs_file_system" "of_unknown_class" {
  creation_token = "of-unknown-class"
  encrypted      = true

  tags = { DataClass = var.data_class }
}
