variable "key" {
  type = string
}

resource "aws_ebs_volume" "by_variable" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
  kms_key_id        = var.key
}

# want: unknown customer_key
resource "aws_ebs_snapshot" "by_variable" {
  volume_id = aws_ebs_volume.by_variable.id
}

# want: unknown customer_key
resource "aws_ebs_snapshot_copy" "by_variable" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-west-2"
  encrypted          = true
  kms_key_id         = var.key
}

# The volume stands in another stack.
# want: unknown customer_key
resource "aws_ebs_snapshot" "elsewhere" {
  volume_id = "vol-0123456789abcdef0"
}
