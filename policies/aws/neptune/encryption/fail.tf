# want: fail encrypted
# want: fail authenticated
resource "aws_neptune_cluster" "omitted" {
  cluster_identifier = "omitted"

}

# want: fail encrypted
# want: fail authenticated
# want: fail customer_key
resource "aws_neptune_cluster" "off" {
  cluster_identifier                  = "off"
  storage_encrypted                   = false
  iam_database_authentication_enabled = false
  tags                                = { DataClass = "PHI" }

}

# want: pass encrypted
# want: pass authenticated
# want: fail customer_key
resource "aws_neptune_cluster" "default_key" {
  cluster_identifier                  = "default-key"
  storage_encrypted                   = true
  iam_database_authentication_enabled = true
  tags                                = { DataClass = "PHI" }

}

