# whole-account
resource "aws_ebs_snapshot" "studies" {
  volume_id = "vol-0123456789abcdef0"
}
