resource "aws_eks_cluster" "default" {
  name     = "default"
  role_arn = "arn:aws:iam::111122223333:role/eks"


  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

resource "aws_eks_cluster" "phi" {
  name     = "phi"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  tags     = { DataClass = "PHI" }

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

resource "aws_eks_cluster" "of_nothing" {
  name     = "of_nothing"
  role_arn = "arn:aws:iam::111122223333:role/eks"


  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

  encryption_config {
    resources = []

    provider {
      key_arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
}

