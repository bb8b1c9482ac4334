# Providers, tags, secrets and instance keys.
variable "west" {
  default = "us-west-2"
}

variable "password" {
  default   = "correct-horse"
  sensitive = true
}

variable "public" {
  default   = true
  sensitive = true
}

provider "aws" {
  region = "us-east-1"
  default_tags {
    tags = {
      DataClass = "PHI"
      Owner     = "records"
    }
  }
}

provider "aws" {
  alias  = "west"
  region = var.west
  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/west"
  }
}

resource "aws_db_instance" "main" {
  count               = 2
  instance_class      = "db.t3.micro"
  password            = var.password
  publicly_accessible = var.public
  tags = {
    Owner = "db-${count.index}"
  }
}

resource "aws_db_instance" "west" {
  provider            = aws.west
  instance_class      = "db.t3.micro"
  replicate_source_db = aws_db_instance.main[0].identifier
}

resource "aws_ebs_volume" "keyed" {
  provider          = aws.west
  for_each          = toset(["a.b", "say \"x\""])
  availability_zone = "us-west-2a"
}

resource "aws_ebs_volume" "own" {
  region            = "eu-west-1"
  availability_zone = "eu-west-1a"
}

module "inner" {
  source = "./inner"
  providers = {
    aws = aws.west
  }
}
