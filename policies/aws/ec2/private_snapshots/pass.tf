data "aws_caller_identity" "current" {}

resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true

  tags = { DataClass = "PHI" }
}

resource "aws_ebs_snapshot" "private" {
  volume_id = aws_ebs_volume.studies.id
}

resource "aws_ebs_snapshot_copy" "own" {
  source_snapshot_id = aws_ebs_snapshot.private.id
  source_region      = "us-east-1"
}

resource "aws_snapshot_create_volume_permission" "own" {
  snapshot_id = aws_ebs_snapshot_copy.own.id
  account_id  = data.aws_caller_identity.current.account_id
}

# It holds no PHI, so that sharing it with one account is no matter of this rule.
# want: pass public
# want: not_applicable accounts
resource "aws_ebs_snapshot_import" "image" {
  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "clinic-images"
      s3_key    = "base.vhd"
    }
  }
}

resource "aws_snapshot_create_volume_permission" "image" {
  snapshot_id = aws_ebs_snapshot_import.image.id
  account_id  = "444455556666"
}
