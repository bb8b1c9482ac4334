resource "aws_dlm_lifecycle_policy" "daily" {
  for_each = { volumes = "VOLUME", instances = "INSTANCE" }

  description        = each.key
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  state              = "ENABLED"

  policy_details {
    policy_type    = "EBS_SNAPSHOT_MANAGEMENT"
    resource_types = [each.value]
    target_tags    = { Snapshot = "true" }

    parameters {
      exclude_boot_volume = false
    }

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

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags          = { Snapshot = "true" }
}

resource "aws_ebs_volume" "scans" {
  availability_zone = "eu-west-1a"
  size              = 100
  tags              = { Snapshot = "true" }
}
