resource "aws_kms_key" "desktops" {
  description         = "Volumes of WorkSpaces"
  enable_key_rotation = true
}

resource "aws_workspaces_workspace" "reception" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = "reception"

  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
  volume_encryption_key          = aws_kms_key.desktops.arn
}

resource "aws_workspaces_workspace" "wards" {
  for_each = toset(["ward-1", "ward-2"])

  directory_id = "d-0123456789"
  bundle_id    = "wsb-bh8rsxt14"
  user_name    = each.key

  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
  volume_encryption_key          = "alias/aws/workspaces"
}
