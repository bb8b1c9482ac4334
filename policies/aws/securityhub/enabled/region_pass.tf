data "aws_region" "current" {}

data "aws_partition" "current" {}

# What is left out subscribes to the standards that AWS recommends.
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_securityhub_account" "west" {
  provider = aws.west
}

provider "aws" {
  region = "us-east-1"
}

resource "aws_securityhub_account" "this" {
  enable_default_standards = false
}

resource "aws_securityhub_standards_subscription" "nist" {
  depends_on    = [aws_securityhub_account.this]
  standards_arn = "arn:${data.aws_partition.current.partition}:securityhub:${data.aws_region.current.region}::standards/nist-800-53/v/5.0.0"
}
