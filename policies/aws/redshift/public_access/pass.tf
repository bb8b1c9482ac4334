# Since version 6 of the provider a cluster is private unless it says otherwise.
resource "aws_redshift_cluster" "omitted" {
  cluster_identifier     = "omitted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
}

resource "aws_redshiftserverless_workgroup" "omitted" {
  namespace_name = "claims"
  workgroup_name = "omitted"
}

variable "setting" {
  type    = bool
  default = false
}

resource "aws_redshift_cluster" "claims" {
  cluster_identifier     = "claims"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  publicly_accessible    = var.setting
}

resource "aws_redshift_cluster" "quoted" {
  cluster_identifier     = "quoted"
  node_type              = "ra3.large"
  master_username        = "admin"
  manage_master_password = true
  publicly_accessible    = "false"
}

resource "aws_redshiftserverless_workgroup" "teams" {
  for_each = toset(["billing", "research"])

  namespace_name      = "claims"
  workgroup_name      = each.key
  publicly_accessible = false
}
