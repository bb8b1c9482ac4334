locals {
  partners = toset(["444455556666", "777788889999"])
}

resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true

  tags = { DataClass = "PHI" }
}

# Its volume holds PHI.
# want: pass public
# want: fail accounts
resource "aws_ebs_snapshot" "abroad" {
  volume_id = aws_ebs_volume.studies.id
}

resource "aws_snapshot_create_volume_permission" "abroad" {
  for_each = local.partners

  snapshot_id = aws_ebs_snapshot.abroad.id
  account_id  = each.value
}

# And what it is a copy of was taken of that volume.
# want: fail accounts
resource "aws_ebs_snapshot_copy" "abroad" {
  source_snapshot_id = aws_ebs_snapshot.abroad.id
  source_region      = "us-east-1"
}

resource "aws_snapshot_create_volume_permission" "copy" {
  snapshot_id = aws_ebs_snapshot_copy.abroad.id
  account_id  = "444455556666"
}

# want: fail public
# want: fail accounts
resource "aws_ebs_snapshot_import" "phi" {
  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "clinic-images"
      s3_key    = "archive.vhd"
    }
  }

  tags = { HIPAA = "true" }
}

resource "aws_snapshot_create_volume_permission" "phi" {
  for_each = toset(["all", "444455556666"])

  snapshot_id = aws_ebs_snapshot_import.phi.id
  account_id  = each.key
}
