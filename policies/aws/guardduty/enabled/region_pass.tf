variable "regions" {
  type    = set(string)
  default = ["us-east-1", "us-west-2"]
}

# Declaring it turns it on.
resource "aws_guardduty_detector" "all" {
  for_each = var.regions

  region = each.key
}

provider "aws" {
  alias  = "ireland"
  region = "eu-west-1"
}

resource "aws_guardduty_detector" "ireland" {
  provider                     = aws.ireland
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}
