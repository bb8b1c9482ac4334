# The key that AWS manages is the default.
# want: fail customer_key
resource "aws_db_instance" "omitted" {
  identifier        = "omitted"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
}

# want: fail customer_key
resource "aws_db_instance" "null" {
  identifier        = "null"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = null
}

# want: fail customer_key
resource "aws_db_instance" "key_of_aws" {
  identifier        = "key-of-aws"
  instance_class    = "db.r6g.large"
  engine            = "postgres"
  storage_encrypted = true
  kms_key_id        = "alias/aws/rds"
}
