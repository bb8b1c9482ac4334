# want: fail kept
# want: fail logged
# want: fail protected
resource "aws_neptune_cluster" "omitted" {
  cluster_identifier = "omitted"

}

# want: fail kept
# want: pass logged
# want: pass protected
resource "aws_neptune_cluster" "short" {
  cluster_identifier             = "short"
  backup_retention_period        = 6
  deletion_protection            = true
  enable_cloudwatch_logs_exports = ["audit"]

}

# want: pass kept
# want: fail logged
# want: pass protected
resource "aws_neptune_cluster" "silent" {
  cluster_identifier             = "silent"
  backup_retention_period        = 7
  deletion_protection            = true
  enable_cloudwatch_logs_exports = ["slowquery"]

}

# want: pass kept
# want: pass logged
# want: fail protected
resource "aws_neptune_cluster" "unprotected" {
  cluster_identifier             = "unprotected"
  backup_retention_period        = 7
  deletion_protection            = false
  enable_cloudwatch_logs_exports = ["audit"]

}

# want: fail private
resource "aws_neptune_cluster_instance" "public" {
  identifier          = "public"
  cluster_identifier  = "graph"
  instance_class      = "db.r6g.large"
  publicly_accessible = true
}

