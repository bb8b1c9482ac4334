variable "key" {
  type = string
}

# want: pass encrypted
# want: unknown customer_key
resource "aws_ebs_volume" "by_variable" {
  availability_zone = "us-east-1a"
  size              = 40
  encrypted         = true
  kms_key_id        = var.key
}
