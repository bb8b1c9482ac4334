# The key that AWS manages is the default.
# want: fail customer_key
resource "aws_rds_cluster" "omitted" {
  cluster_identifier = "omitted"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

# want: fail customer_key
resource "aws_rds_cluster" "null" {
  cluster_identifier = "null"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = null
}

# want: fail customer_key
resource "aws_rds_cluster" "key_of_aws" {
  cluster_identifier = "key-of-aws"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = "alias/aws/rds"
}
