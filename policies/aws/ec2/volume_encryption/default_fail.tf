# The region's default is declared, and off.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = false
}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

# The default of another region does not help here.
resource "aws_ebs_encryption_by_default" "west" {
  provider = aws.west
}

resource "aws_ebs_default_kms_key" "west" {
  provider = aws.west
  key_arn  = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

# want: fail encrypted
resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 20
}

# want: fail encrypted
# want: fail customer_key
resource "aws_instance" "imaging" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "m7g.xlarge"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: pass customer_key
resource "aws_ebs_volume" "west" {
  provider          = aws.west
  availability_zone = "us-west-2a"
  size              = 20

  tags = { DataClass = "PHI" }
}
