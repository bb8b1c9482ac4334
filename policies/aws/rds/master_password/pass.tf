locals {
  managed = true
}

ephemeral "random_password" "master" {
  length = 32
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = local.managed

}
resource "aws_db_instance" "written" {
  identifier          = "written"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 50
  username            = "clinic"
  password_wo         = ephemeral.random_password.master.result
  password_wo_version = 1

}
resource "aws_db_instance" "handed_over" {
  identifier        = "handed-over"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  username          = "clinic"
  password_wo       = "of-another-place"

}
# want: pass unstored
# want: not_applicable managed
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.orders.identifier
  skip_final_snapshot = true

}
# want: pass unstored
# want: not_applicable managed
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-2026"

}
# want: pass unstored
# want: not_applicable managed
resource "aws_db_instance" "rewound" {
  identifier     = "rewound"
  instance_class = "db.t4g.medium"

  restore_to_point_in_time {
    source_db_instance_identifier = "orders"
    use_latest_restorable_time    = true
  }

}
# want: pass unstored
# want: not_applicable managed
resource "aws_db_instance" "restored_anew" {
  identifier                  = "restored-anew"
  instance_class              = "db.t4g.medium"
  snapshot_identifier         = "orders-2026"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "charts" {
  cluster_identifier          = "charts"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true

}
resource "aws_rds_cluster" "written" {
  cluster_identifier         = "written"
  engine                     = "aurora-postgresql"
  master_username            = "clinic"
  master_password_wo         = ephemeral.random_password.master.result
  master_password_wo_version = 2

}
resource "aws_rds_cluster" "handed_over" {
  cluster_identifier = "handed-over"
  engine             = "aurora-postgresql"
  master_username    = "clinic"
  master_password_wo = "of-another-place"

}
# want: pass unstored
# want: not_applicable managed
resource "aws_rds_cluster" "secondary" {
  cluster_identifier        = "secondary"
  engine                    = "aurora-postgresql"
  global_cluster_identifier = "records"

}
# want: pass unstored
# want: not_applicable managed
resource "aws_rds_cluster" "replica" {
  cluster_identifier            = "replica"
  engine                        = "aurora-postgresql"
  replication_source_identifier = "arn:aws:rds:us-east-1:111122223333:cluster:charts"

}
# want: pass unstored
# want: not_applicable managed
resource "aws_rds_cluster" "rewound" {
  cluster_identifier = "rewound"
  engine             = "aurora-postgresql"

  restore_to_point_in_time {
    source_cluster_identifier  = "charts"
    use_latest_restorable_time = true
  }

}
# want: pass unstored
# want: not_applicable managed
resource "aws_rds_cluster" "restored" {
  cluster_identifier  = "restored"
  engine              = "aurora-postgresql"
  snapshot_identifier = "charts-2026"

}
