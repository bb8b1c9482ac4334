terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.90"
    }
  }
}

# want: fail encrypted
resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}
