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

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags          = { DataClass = "PHI", Backup = "daily" }
}

# It is backed up with the instance.
resource "aws_ebs_volume" "scans" {
  availability_zone = "eu-west-1a"
  size              = 100
  tags              = { DataClass = "PHI" }
}

resource "aws_volume_attachment" "scans" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.scans.id
  instance_id = aws_instance.app.id
}

resource "aws_ebs_volume" "named" {
  availability_zone = "eu-west-1a"
  size              = 100
}

resource "aws_backup_selection" "named" {
  name         = "named"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_ebs_volume.named.arn]
}
