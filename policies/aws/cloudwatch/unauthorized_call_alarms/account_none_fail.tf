# whole-account
resource "aws_guardduty_detector" "this" {}
