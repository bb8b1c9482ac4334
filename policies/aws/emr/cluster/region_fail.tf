provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_emr_block_public_access_configuration" "east" {
  block_public_security_group_rules = false
}

resource "aws_emr_block_public_access_configuration" "west" {
  provider                          = aws.west
  block_public_security_group_rules = true

  dynamic "permitted_public_security_group_rule_range" {
    for_each = [22, 8443]
    content {
      min_range = permitted_public_security_group_rule_range.value
      max_range = permitted_public_security_group_rule_range.value
    }
  }
}
