resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "daily"
  }
}

resource "aws_dlm_lifecycle_policy" "off" {
  description        = "off"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  state              = "DISABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Snapshot = "true" }

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
  tags          = { DataClass = "PHI", Backup = "weekly" }
}

resource "aws_ebs_volume" "scans" {
  availability_zone = "eu-west-1a"
  size              = 100
  tags              = { DataClass = "PHI", Snapshot = "true" }
}

resource "aws_volume_attachment" "scans" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.scans.id
  instance_id = aws_instance.app.id
}
