# want: fail root
# want: fail user
resource "aws_workspaces_workspace" "plain" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "plain"
}

# want: fail root
# want: pass user
resource "aws_workspaces_workspace" "files" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "files"

  user_volume_encryption_enabled = true
  volume_encryption_key          = "alias/aws/workspaces"
}

variable "encrypted" {
  type    = bool
  default = false
}

# want: pass root
# want: fail user
resource "aws_workspaces_workspace" "system" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "system"

  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = var.encrypted
  volume_encryption_key          = "alias/aws/workspaces"
}
