variable "key" {
  type = string
}

variable "keys" {
  type = list(string)
}

resource "aws_eks_cluster" "by_variable" {
  name     = "by_variable"
  role_arn = "arn:aws:iam::111122223333:role/eks"


  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.key
    }
  }
}

resource "aws_eks_cluster" "dynamic" {
  name     = "dynamic"
  role_arn = "arn:aws:iam::111122223333:role/eks"


  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  }

  dynamic "encryption_config" {
    for_each = var.keys

    content {
      resources = ["secrets"]

      provider {
        key_arn = encryption_config.value
      }
    }
  }
}

