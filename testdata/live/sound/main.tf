# The account that internal/aws/awstest.Sound fills, as configuration: every rule passes.
provider "aws" {
  region = "eu-west-1"
}

data "aws_caller_identity" "current" {}

resource "aws_s3_account_public_access_block" "all" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

locals {
  buckets = {
    clinic-access-logs = { DataClass = "internal", HIPAA = "false" }
    clinic-trail       = { DataClass = "internal", HIPAA = "false" }
    clinic-phi-records = { DataClass = "PHI", HIPAA = "true" }
  }
  logged = toset(["clinic-trail", "clinic-phi-records"])
  refused = {
    Plain  = { Bool = { "aws:SecureTransport" = "false" } }
    OldTls = { NumericLessThan = { "s3:TlsVersion" = "1.2" } }
  }
  phi = { DataClass = "PHI", HIPAA = "true" }
}

resource "aws_s3_bucket" "all" {
  for_each            = local.buckets
  bucket              = each.key
  object_lock_enabled = true
  tags                = each.value
}

resource "aws_s3_bucket_public_access_block" "all" {
  for_each                = local.buckets
  bucket                  = aws_s3_bucket.all[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_notification" "records" {
  bucket = aws_s3_bucket.all["clinic-phi-records"].id
  topic {
    topic_arn = aws_sns_topic.security.arn
    events    = ["s3:ObjectRemoved:*"]
  }
}

# CloudFront delivers its logs into the other bucket, which takes an ACL.
resource "aws_s3_bucket_ownership_controls" "all" {
  for_each = local.logged
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.charts.arn
    }
  }
}

resource "aws_s3_bucket_versioning" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_policy" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for sid, condition in local.refused : {
      Sid       = sid
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.all[each.key].arn, "${aws_s3_bucket.all[each.key].arn}/*"]
      Condition = condition
    }]
  })
}

resource "aws_s3_bucket_lifecycle_configuration" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    id     = "keep"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 2555
    }
  }
}

resource "aws_s3_bucket_logging" "all" {
  for_each      = local.logged
  bucket        = aws_s3_bucket.all[each.key].id
  target_bucket = aws_s3_bucket.all["clinic-access-logs"].id
  target_prefix = "${each.key}/"
}

resource "aws_s3_bucket_object_lock_configuration" "all" {
  for_each = local.buckets
  bucket   = aws_s3_bucket.all[each.key].id
  rule {
    default_retention {
      mode = "COMPLIANCE"
      days = 2555
    }
  }
}

resource "aws_efs_file_system" "charts" {
  creation_token = "charts"
  encrypted      = true
  kms_key_id     = aws_kms_key.charts.arn
  tags           = local.phi
}

resource "aws_dynamodb_table" "visits" {
  name         = "visits"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = local.phi
  attribute {
    name = "id"
    type = "S"
  }
  deletion_protection_enabled = true
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.charts.arn
  }
  point_in_time_recovery {
    enabled = true
  }
}

resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"
  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements,pgaudit"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "pgaudit.log"
    value        = "all"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_instance" "orders" {
  identifier                          = "orders"
  db_subnet_group_name                = aws_db_subnet_group.clinic.name
  engine                              = "postgres"
  engine_version                      = "16.3"
  instance_class                      = "db.t3.medium"
  allocated_storage                   = 20
  username                            = "root"
  parameter_group_name                = aws_db_parameter_group.orders.name
  manage_master_user_password         = true
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.charts.arn
  backup_retention_period             = 35
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  copy_tags_to_snapshot               = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "orders-final"
  tags                                = local.phi
  multi_az                            = true
  publicly_accessible                 = false
  monitoring_interval                 = 60
  monitoring_role_arn                 = "arn:aws:iam::123456789012:role/rds-monitoring"
}

resource "aws_rds_cluster_parameter_group" "charts" {
  name   = "charts"
  family = "aurora-postgresql16"
  parameter {
    name         = "rds.force_ssl"
    value        = "1"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements,pgaudit"
    apply_method = "pending-reboot"
  }
  parameter {
    name         = "pgaudit.log"
    value        = "all"
    apply_method = "pending-reboot"
  }
}

resource "aws_rds_cluster" "charts" {
  cluster_identifier                  = "charts"
  engine                              = "aurora-postgresql"
  engine_version                      = "16.4"
  master_username                     = "root"
  db_cluster_parameter_group_name     = aws_rds_cluster_parameter_group.charts.name
  manage_master_user_password         = true
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.charts.arn
  backup_retention_period             = 35
  deletion_protection                 = true
  iam_database_authentication_enabled = true
  enabled_cloudwatch_logs_exports     = ["postgresql"]
  copy_tags_to_snapshot               = true
  skip_final_snapshot                 = false
  final_snapshot_identifier           = "charts-final"
  tags                                = local.phi
}

resource "aws_rds_cluster_instance" "charts" {
  for_each            = toset(["charts-1", "charts-2"])
  identifier          = each.key
  cluster_identifier  = aws_rds_cluster.charts.id
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  publicly_accessible = false
  monitoring_interval = 60
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
}

resource "aws_db_snapshot" "orders-manual" {
  db_instance_identifier = aws_db_instance.orders.identifier
  db_snapshot_identifier = "orders-manual"
  tags                   = local.phi
}

resource "aws_db_cluster_snapshot" "charts-manual" {
  db_cluster_identifier          = aws_rds_cluster.charts.id
  db_cluster_snapshot_identifier = "charts-manual"
  tags                           = local.phi
}

resource "aws_secretsmanager_secret" "orders-database" {
  name       = "orders-database"
  kms_key_id = aws_kms_key.charts.arn
  tags       = { DataClass = "internal", HIPAA = "false" }
}

resource "aws_secretsmanager_secret_rotation" "orders-database" {
  secret_id          = aws_secretsmanager_secret.orders-database.id
  rotate_immediately = false
  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_vpc" "clinic" {
  cidr_block = "10.20.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "clinic" {
  for_each          = { a = "10.20.1.0/24", b = "10.20.2.0/24" }
  vpc_id            = aws_vpc.clinic.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}

resource "aws_flow_log" "clinic" {
  vpc_id               = aws_vpc.clinic.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.all["clinic-access-logs"].arn
}

resource "aws_security_group" "clinic" {
  name        = "clinic"
  description = "clinic"
  vpc_id      = aws_vpc.clinic.id
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_ebs_encryption_by_default" "on" {
  enabled = true
}

resource "aws_ebs_snapshot_block_public_access" "all" {
  state = "block-all-sharing"
}

resource "aws_ebs_volume" "charts" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
  kms_key_id        = aws_kms_key.charts.arn
  tags              = local.phi
}

resource "aws_ebs_snapshot" "charts" {
  volume_id = aws_ebs_volume.charts.id
  tags      = local.phi
}

resource "aws_instance" "charts" {
  iam_instance_profile   = "charts"
  monitoring             = true
  ami                    = "ami-12c6146b"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.clinic["a"].id
  vpc_security_group_ids = [aws_security_group.clinic.id]
  metadata_options {
    http_tokens   = "required"
    http_endpoint = "enabled"
  }
  root_block_device {
    encrypted   = true
    volume_size = 20
  }
}

resource "aws_lb" "portal" {
  name            = "portal"
  internal        = true
  subnets         = [for s in aws_subnet.clinic : s.id]
  security_groups = [aws_security_group.clinic.id]

  enable_deletion_protection = true
  drop_invalid_header_fields = true
  access_logs {
    bucket  = aws_s3_bucket.all["clinic-access-logs"].id
    enabled = true
  }
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 80
  default_action {
    type = "redirect"
    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "portal" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length      = 14
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
  max_password_age             = 90
  password_reuse_prevention    = 24
}

resource "aws_iam_policy" "read-records" {
  name = "read-records"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject"]
      Resource = ["${aws_s3_bucket.all["clinic-phi-records"].arn}/*"]
    }]
  })
}

locals {
  key_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_key" "charts" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_kms_key" "trail" {
  enable_key_rotation = true
  policy              = local.key_policy
}

resource "aws_cloudtrail" "audit" {
  name                          = "audit"
  s3_bucket_name                = aws_s3_bucket.all["clinic-trail"].id
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  kms_key_id                    = aws_kms_key.trail.arn
  cloud_watch_logs_group_arn    = "${aws_cloudwatch_log_group.audit.arn}:*"
  cloud_watch_logs_role_arn     = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/trail-to-logs"
  event_selector {
    include_management_events = true
    read_write_type           = "All"
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
    data_resource {
      type   = "AWS::DynamoDB::Table"
      values = ["arn:aws:dynamodb"]
    }
  }
}
