resource "aws_ebs_encryption_by_default" "this" {
  enabled = false
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 20
}

resource "aws_ebs_snapshot" "scratch" {
  for_each = toset(["monday", "friday"])

  volume_id = aws_ebs_volume.scratch.id
  tags      = { Name = each.key }
}

resource "aws_ebs_snapshot_copy" "scratch" {
  source_snapshot_id = aws_ebs_snapshot.scratch["monday"].id
  source_region      = "us-east-1"
  encrypted          = false
}

resource "aws_ebs_snapshot_import" "image" {
  disk_container {
    format = "VHD"
    user_bucket {
      s3_bucket = "clinic-images"
      s3_key    = "base.vhd"
    }
  }
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Daily snapshots, kept in two other Regions too"
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
        for_each = { "us-west-2" = true, "eu-west-1" = false }

        content {
          target    = cross_region_copy_rule.key
          encrypted = cross_region_copy_rule.value
        }
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "received" {
  description        = "Copies of received snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/lifecycle"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "us-east-1"

        encryption_configuration {}
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
