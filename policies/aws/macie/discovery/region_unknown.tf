variable "status" {
  type = string
}

resource "aws_macie2_account" "this" {
  status = var.status
}
