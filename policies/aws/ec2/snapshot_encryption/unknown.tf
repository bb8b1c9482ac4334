variable "encrypted" {
  type = bool
}

variable "regions" {
  type = map(bool)
}

# The volume is declared in another stack.
resource "aws_ebs_snapshot" "elsewhere" {
  volume_id = "vol-0123456789abcdef0"
}

data "aws_ebs_volume" "found" {
  most_recent = true
}

resource "aws_ebs_snapshot" "found" {
  volume_id = data.aws_ebs_volume.found.id
}

# A volume made from a snapshot is encrypted as that one is.
resource "aws_ebs_volume" "restored" {
  availability_zone = "us-east-1a"
  snapshot_id       = "snap-0fedcba9876543210"
}

resource "aws_ebs_snapshot" "restored" {
  volume_id = aws_ebs_volume.restored.id
}

# So is a copy.
resource "aws_ebs_snapshot_copy" "elsewhere" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-east-1"
  encrypted          = false
}

resource "aws_ebs_snapshot_import" "image" {
  encrypted = var.encrypted

  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "clinic-images"
      s3_key    = "base.vhd"
    }
  }
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/lifecycle"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      dynamic "cross_region_copy_rule" {
        for_each = var.regions

        content {
          target    = cross_region_copy_rule.key
          encrypted = cross_region_copy_rule.value
        }
      }
    }
  }
}
