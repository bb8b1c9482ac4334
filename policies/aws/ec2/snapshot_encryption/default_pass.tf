provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

resource "aws_ebs_encryption_by_default" "this" {}

# The volume says nothing, and is encrypted by default. So are its snapshot, and the
# copy in another Region that has no default.
resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 500
}

resource "aws_ebs_snapshot" "studies" {
  volume_id = aws_ebs_volume.studies.id
}

resource "aws_ebs_snapshot_copy" "west" {
  provider           = aws.west
  source_snapshot_id = aws_ebs_snapshot.studies.id
  source_region      = "us-east-1"
}

# The default encrypts copies of whatever there is.
resource "aws_ebs_snapshot_copy" "received" {
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "us-west-2"
}
