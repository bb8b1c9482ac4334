variable "backup" {
  type = string
}

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
  tags          = { Backup = var.backup }
}

resource "aws_ebs_volume" "scans" {
  availability_zone = "eu-west-1a"
  size              = 100
}

resource "aws_volume_attachment" "scans" {
  device_name = "/dev/sdf"
  volume_id   = aws_ebs_volume.scans.id
  instance_id = aws_instance.app.id
}

resource "aws_backup_selection" "patterns" {
  name         = "patterns"
  plan_id      = "11111111-2222-3333-4444-555555555555"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["arn:aws:ec2:eu-west-1:*:volume/*"]
}
