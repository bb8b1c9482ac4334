provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_ebs_snapshot_block_public_access" "east" {
  state = "block-all-sharing"
}

resource "aws_ebs_snapshot_block_public_access" "west" {
  provider = aws.west
  state    = "block-all-sharing"
}
