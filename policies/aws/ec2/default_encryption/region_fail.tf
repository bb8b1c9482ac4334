variable "regions" {
  type    = map(bool)
  default = { "us-east-1" = false }
}

# Version 6 of the provider takes the Region as an argument.
resource "aws_ebs_encryption_by_default" "all" {
  for_each = var.regions

  region  = each.key
  enabled = each.value
}
