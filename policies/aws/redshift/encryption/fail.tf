variable "settings" {
  type = object({
    encrypted = optional(bool, false)
  })
  default = {}
}

# want: fail encrypted
# want: not_applicable customer_key
resource "aws_redshift_cluster" "off" {
  cluster_identifier     = "off"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = false
}

# want: fail encrypted
resource "aws_redshift_cluster" "by_variable" {
  cluster_identifier     = "by-variable"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = var.settings.encrypted
}

# want: fail encrypted
# want: fail customer_key
resource "aws_redshift_cluster" "neither" {
  cluster_identifier     = "neither"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = "false"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_redshift_cluster" "default_key" {
  cluster_identifier     = "default-key"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = true

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_redshiftserverless_namespace" "owned_by_aws" {
  namespace_name = "owned-by-aws"

  tags = { DataClass = "PHI" }
}

# want: pass encrypted
# want: fail customer_key
resource "aws_redshiftserverless_namespace" "key_of_aws" {
  namespace_name = "key-of-aws"
  kms_key_id     = "arn:aws:kms:us-east-1:111122223333:alias/aws/redshift"

  tags = { DataClass = "PHI" }
}
