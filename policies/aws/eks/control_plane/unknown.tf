variable "types" {
  type = list(string)
}

variable "kubernetes" {
  type = string
}

resource "aws_eks_cluster" "by_variable" {
  name                      = "by_variable"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  version                   = var.kubernetes
  enabled_cluster_log_types = var.types

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

# want: pass logs
# want: unknown version
resource "aws_eks_cluster" "latest" {
  name                      = "latest"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

}

