resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_ebs_volume" "records" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
  kms_key_id        = aws_kms_key.records.arn
}

resource "aws_ebs_snapshot" "of_records" {
  volume_id = aws_ebs_volume.records.id
}

resource "aws_ebs_snapshot_copy" "of_records" {
  source_snapshot_id = aws_ebs_snapshot.of_records.id
  source_region      = "us-east-1"
  encrypted          = true
  kms_key_id         = aws_kms_key.records.arn
}

resource "aws_ebs_snapshot_import" "image" {
  encrypted  = true
  kms_key_id = aws_kms_key.records.arn

  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "images"
      s3_key    = "disk.vhd"
    }
  }
}

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
        cmk_arn   = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        retain_rule {
          interval      = 1
          interval_unit = "MONTHS"
        }
      }
    }

    target_tags = { Backup = "yes" }
  }
}

resource "aws_dlm_lifecycle_policy" "events" {
  description        = "Copies of shared snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"
      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {
          encrypted = true
          cmk_arn   = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
        }
        retain_rule {
          interval      = 1
          interval_unit = "MONTHS"
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"
      parameters {
        description_regex = "^.*Created for policy: policy-1234567890abcdef0.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["444455556666"]
      }
    }
  }
}

# want: not_applicable customer_key
resource "aws_dlm_lifecycle_policy" "here" {
  description        = "In this Region only"
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
    }

    target_tags = { Backup = "yes" }
  }
}
