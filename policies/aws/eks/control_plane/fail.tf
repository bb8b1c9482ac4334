# want: fail logs
# want: fail version
resource "aws_eks_cluster" "none" {
  name     = "none"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.24"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

# want: fail logs
# want: pass version
resource "aws_eks_cluster" "some" {
  name                      = "some"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  version                   = "1.35"
  enabled_cluster_log_types = ["audit"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

# want: pass logs
# want: fail version
resource "aws_eks_cluster" "old" {
  name                      = "old"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  version                   = "1.30"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

