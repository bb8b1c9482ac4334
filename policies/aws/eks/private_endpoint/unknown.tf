variable "public" {
  type = bool
}

variable "cidrs" {
  type = list(string)
}

# want: unknown open
resource "aws_eks_cluster" "by_variable" {
  name     = "by-variable"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids             = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    endpoint_public_access = var.public
  }
}

# want: unknown open
resource "aws_eks_cluster" "of_unknown_ranges" {
  name     = "ranges"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
    public_access_cidrs = var.cidrs
  }
}
