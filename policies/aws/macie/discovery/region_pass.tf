provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_macie2_account" "east" {}

resource "aws_macie2_account" "west" {
  provider                     = aws.west
  finding_publishing_frequency = "FIFTEEN_MINUTES"
  status                       = "ENABLED"
}
