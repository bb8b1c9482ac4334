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
