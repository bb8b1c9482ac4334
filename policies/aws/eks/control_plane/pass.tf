resource "aws_eks_cluster" "all" {
  name                      = "all"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  version                   = "1.35"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

resource "aws_eks_cluster" "enough" {
  name                      = "enough"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  version                   = "1.36"
  enabled_cluster_log_types = toset(["api", "audit", "authenticator"])

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

