# want: fail usable
resource "aws_kms_key" "phi" {
  description = "Patient records"
  is_enabled  = false
  tags        = { DataClass = "PHI" }
}

# want: fail window
resource "aws_kms_key" "hasty" {
  description             = "Logs"
  deletion_window_in_days = 7
}

# want: fail usable
resource "aws_kms_key" "buckets" {
  description = "buckets"
  is_enabled  = false
}

resource "aws_s3_bucket_server_side_encryption_configuration" "buckets" {
  bucket = "clinic-records"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.buckets.arn
    }
  }
}

# want: fail usable
resource "aws_kms_key" "databases" {
  description = "databases"
  is_enabled  = false
}

resource "aws_db_instance" "databases" {
  identifier     = "charts"
  engine         = "postgres"
  instance_class = "db.t3.medium"
  kms_key_id     = aws_kms_key.databases.arn
}

# want: fail usable
resource "aws_kms_key" "clusters" {
  description = "clusters"
  is_enabled  = false
}

resource "aws_rds_cluster" "clusters" {
  engine     = "aurora-postgresql"
  kms_key_id = aws_kms_key.clusters.arn
}

# want: fail usable
resource "aws_kms_key" "tables" {
  description = "tables"
  is_enabled  = false
}

resource "aws_dynamodb_table" "tables" {
  name     = "visits"
  hash_key = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.tables.arn
  }
}

# want: fail usable
resource "aws_kms_key" "volumes" {
  description = "volumes"
  is_enabled  = false
}

resource "aws_ebs_volume" "volumes" {
  availability_zone = "us-east-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = aws_kms_key.volumes.arn
}

# want: fail usable
resource "aws_kms_key" "file_systems" {
  description = "file_systems"
  is_enabled  = false
}

resource "aws_efs_file_system" "file_systems" {
  encrypted  = true
  kms_key_id = aws_kms_key.file_systems.arn
}

# want: fail usable
resource "aws_kms_key" "vaults" {
  description = "vaults"
  is_enabled  = false
}

resource "aws_backup_vault" "vaults" {
  name        = "backups"
  kms_key_arn = aws_kms_key.vaults.arn
}

# want: fail usable
resource "aws_kms_key" "secrets" {
  description = "secrets"
  is_enabled  = false
}

resource "aws_secretsmanager_secret" "secrets" {
  name       = "billing"
  kms_key_id = aws_kms_key.secrets.arn
}

# want: fail usable
resource "aws_kms_key" "parameters" {
  description = "parameters"
  is_enabled  = false
}

resource "aws_ssm_parameter" "parameters" {
  name   = "/clinic/token"
  type   = "SecureString"
  value  = "changed-by-hand"
  key_id = aws_kms_key.parameters.arn
}

# want: fail usable
resource "aws_kms_key" "topics" {
  description = "topics"
  is_enabled  = false
}

resource "aws_sns_topic" "topics" {
  name              = "results"
  kms_master_key_id = aws_kms_key.topics.arn
}

# want: fail usable
resource "aws_kms_key" "queues" {
  description = "queues"
  is_enabled  = false
}

resource "aws_sqs_queue" "queues" {
  name              = "results"
  kms_master_key_id = aws_kms_key.queues.arn
}

# want: fail usable
resource "aws_kms_key" "trails" {
  description = "trails"
  is_enabled  = false
}

resource "aws_cloudtrail" "trails" {
  name           = "audit"
  s3_bucket_name = "clinic-trail"
  kms_key_id     = aws_kms_key.trails.arn
}

# want: fail usable
resource "aws_kms_key" "log_groups" {
  description = "log_groups"
  is_enabled  = false
}

resource "aws_cloudwatch_log_group" "log_groups" {
  name       = "portal"
  kms_key_id = aws_kms_key.log_groups.arn
}
