variable "on" {
  type = bool
}

variable "key" {
  type = string
}

# want: unknown encrypted
# want: unknown authenticated
resource "aws_neptune_cluster" "by_variable" {
  cluster_identifier                  = "by-variable"
  storage_encrypted                   = var.on
  iam_database_authentication_enabled = var.on

}

# want: unknown encrypted
# want: pass authenticated
resource "aws_neptune_cluster" "restored" {
  cluster_identifier                  = "restored"
  iam_database_authentication_enabled = true
  snapshot_identifier                 = "charts-2026"

}

# want: pass encrypted
# want: pass authenticated
# want: unknown customer_key
resource "aws_neptune_cluster" "some_key" {
  cluster_identifier                  = "some-key"
  storage_encrypted                   = true
  iam_database_authentication_enabled = true
  kms_key_arn                         = var.key
  tags                                = { DataClass = "PHI" }

}

