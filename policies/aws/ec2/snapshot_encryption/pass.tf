resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 500
  encrypted         = true
}

resource "aws_ebs_snapshot" "studies" {
  volume_id = aws_ebs_volume.studies.id
}

# A copy of what is encrypted is encrypted, whatever it asks for.
resource "aws_ebs_snapshot_copy" "studies" {
  source_snapshot_id = aws_ebs_snapshot.studies.id
  source_region      = "us-east-1"
}

resource "aws_ebs_snapshot_copy" "asked" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-east-1"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_ebs_snapshot_import" "archive" {
  encrypted = true

  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "clinic-images"
      s3_key    = "archive.vhd"
    }
  }
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots, kept in another Region too"
  execution_role_arn = aws_iam_role.dlm.arn

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

      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true

        retain_rule {
          interval      = 30
          interval_unit = "DAYS"
        }
      }
    }
  }
}

# Copies what another account shares.
resource "aws_dlm_lifecycle_policy" "received" {
  description        = "Copies of received snapshots"
  execution_role_arn = aws_iam_role.dlm.arn

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "us-east-1"

        encryption_configuration {
          encrypted = true
        }

        retain_rule {
          interval      = 15
          interval_unit = "DAYS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*Created for policy: policy-1234567890abcdef0.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
      }
    }
  }
}

# want: not_applicable
resource "aws_dlm_lifecycle_policy" "local" {
  description        = "Daily snapshots"
  execution_role_arn = aws_iam_role.dlm.arn

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
    }
  }
}

resource "aws_iam_role" "dlm" {
  name               = "lifecycle"
  assume_role_policy = "{}"
}
