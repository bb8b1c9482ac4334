resource "aws_kms_key" "records" {
  description         = "Patient records"
  enable_key_rotation = true
}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = aws_kms_key.records.arn
}

resource "aws_ebs_volume" "silent" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
}

resource "aws_ebs_snapshot" "of_silent" {
  volume_id = aws_ebs_volume.silent.id
}

resource "aws_ebs_snapshot_copy" "of_silent" {
  source_snapshot_id = aws_ebs_snapshot.of_silent.id
  source_region      = "us-west-2"
  encrypted          = true
}
