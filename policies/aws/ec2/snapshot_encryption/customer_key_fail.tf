resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_ebs_volume" "silent" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
}

resource "aws_ebs_volume" "records" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
  kms_key_id        = aws_kms_key.records.arn
}

# want: fail customer_key
resource "aws_ebs_snapshot" "of_silent" {
  volume_id = aws_ebs_volume.silent.id
}

# want: pass customer_key
resource "aws_ebs_snapshot" "of_records" {
  volume_id = aws_ebs_volume.records.id
}

# A copy that names no key has the default one, whatever its source has.
# want: fail customer_key
resource "aws_ebs_snapshot_copy" "of_records" {
  source_snapshot_id = aws_ebs_snapshot.of_records.id
  source_region      = "us-west-2"
  encrypted          = true
}

# want: fail customer_key
resource "aws_ebs_snapshot_import" "image" {
  encrypted  = true
  kms_key_id = "alias/aws/ebs"

  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "images"
      s3_key    = "disk.vhd"
    }
  }
}

# want: fail customer_key
resource "aws_dlm_lifecycle_policy" "copies" {
  description        = "Copies in another Region"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]

    schedule {
      name = "daily"
      create_rule {
        interval = 24
      }
      retain_rule {
        count = 14
      }
      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
        retain_rule {
          interval      = 1
          interval_unit = "MONTHS"
        }
      }
    }

    target_tags = { Backup = "yes" }
  }
}
