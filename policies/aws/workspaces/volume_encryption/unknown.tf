variable "encrypted" {
  type = bool
}

# want: unknown root
# want: unknown user
resource "aws_workspaces_workspace" "by_variable" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "by-variable"

  root_volume_encryption_enabled = var.encrypted
  user_volume_encryption_enabled = var.encrypted
  volume_encryption_key          = "alias/aws/workspaces"
}
