variable "encrypted" {
  type        = bool
  description = "Whether the storage is encrypted."
}

variable "snapshot" {
  type = string
}

data "aws_db_snapshot" "latest" {
  db_instance_identifier = "records"
  most_recent            = true
}

resource "aws_db_instance" "by_variable" {
  identifier                  = "by-variable"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  storage_encrypted           = var.encrypted
}

# Replicas and restores are encrypted where their source is.
resource "aws_db_instance" "replica" {
  identifier          = "records-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = "records"
  skip_final_snapshot = true
}

resource "aws_db_instance" "from_snapshot" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = data.aws_db_snapshot.latest.id
  skip_final_snapshot = true
}

resource "aws_db_instance" "perhaps_from_snapshot" {
  identifier                  = "perhaps-restored"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  snapshot_identifier         = var.snapshot
}

resource "aws_db_instance" "from_the_past" {
  identifier     = "earlier"
  instance_class = "db.t4g.medium"

  restore_to_point_in_time {
    source_db_instance_identifier = "records"
    use_latest_restorable_time    = true
  }
}

# What a replica says itself does not count.
resource "aws_db_instance" "replica_that_says_so" {
  identifier          = "records-replica-2"
  instance_class      = "db.r6g.large"
  replicate_source_db = "records"
  storage_encrypted   = true
  skip_final_snapshot = true
}
