resource "aws_kms_key" "records" {
  description         = "Records"
  enable_key_rotation = true
}

variable "encrypted" {
  type    = bool
  default = true
}

resource "aws_neptune_cluster" "charts" {
  cluster_identifier                  = "charts"
  storage_encrypted                   = true
  iam_database_authentication_enabled = true
  kms_key_arn                         = aws_kms_key.records.arn
  tags                                = { DataClass = "PHI" }

}

resource "aws_neptune_cluster" "notes" {
  cluster_identifier                  = "notes"
  storage_encrypted                   = var.encrypted
  iam_database_authentication_enabled = true

}

