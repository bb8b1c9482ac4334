variable "encrypted" {
  type    = bool
  default = true
}

resource "aws_kms_key" "warehouse" {
  description         = "Claims warehouse"
  enable_key_rotation = true
}

# Since version 6 of the provider encryption is what is not turned off.
resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

resource "aws_redshift_cluster" "reports" {
  cluster_identifier     = "reports"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = var.encrypted
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier     = "claims"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  encrypted              = true
  kms_key_id             = aws_kms_key.warehouse.arn

  tags = { DataClass = "PHI" }
}

resource "aws_redshiftserverless_namespace" "plain" {
  namespace_name = "plain"
}

resource "aws_redshiftserverless_namespace" "charts" {
  for_each = toset(["inpatient", "outpatient"])

  namespace_name = "charts-${each.key}"
  kms_key_id     = aws_kms_key.warehouse.arn

  tags = { HIPAA = "true" }
}
