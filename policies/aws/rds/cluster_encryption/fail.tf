locals {
  encrypt = { prod = true, staging = false }
  stage   = "staging"
}

resource "aws_rds_cluster" "omitted" {
  cluster_identifier          = "omitted"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "provisioned" {
  cluster_identifier          = "provisioned"
  engine                      = "aurora-mysql"
  engine_mode                 = "provisioned"
  master_username             = "clinic"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "off" {
  cluster_identifier          = "off"
  engine                      = "aurora-mysql"
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = local.encrypt[local.stage]
}

resource "aws_rds_cluster" "multi_az" {
  count = 2

  cluster_identifier          = "multi-az-${count.index}"
  engine                      = "mysql"
  db_cluster_instance_class   = "db.m6gd.large"
  allocated_storage           = 100
  master_username             = "clinic"
  manage_master_user_password = true
  storage_encrypted           = false
}

resource "aws_rds_global_cluster" "omitted" {
  global_cluster_identifier = "omitted"
  engine                    = "aurora-postgresql"
}

resource "aws_rds_global_cluster" "off" {
  global_cluster_identifier = "off"
  engine                    = "aurora-postgresql"
  storage_encrypted         = false
}
