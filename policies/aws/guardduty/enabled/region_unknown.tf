variable "guardduty" {
  type = bool
}

resource "aws_guardduty_detector" "this" {
  enable = var.guardduty
}
