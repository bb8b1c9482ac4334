variable "key" {
  type = string
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_efs_file_system" "by_variable" {
  creation_token = "by_variable"
  encrypted      = true
  kms_key_id     = var.key
}
