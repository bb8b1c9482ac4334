# The account that internal/aws/awstest.Broken fills, as configuration: every rule fails.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_s3_account_public_access_block" "all" {
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket" "phi-exports" {
  bucket = "phi-exports"
  tags   = { team = "billing" }
}

resource "aws_s3_bucket_public_access_block" "phi-exports" {
  bucket                  = aws_s3_bucket.phi-exports.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_ownership_controls" "phi-exports" {
  bucket = aws_s3_bucket.phi-exports.id
  rule {
    object_ownership = "ObjectWriter"
  }
}

resource "aws_s3_bucket" "phi-archive" {
  bucket = "phi-archive"
  tags   = { team = "billing" }
}

data "aws_canonical_user_id" "current" {}

resource "aws_s3_bucket_acl" "phi-exports" {
  bucket = aws_s3_bucket.phi-exports.id
  access_control_policy {
    dynamic "grant" {
      for_each = ["READ", "WRITE"]
      content {
        permission = grant.value
        grantee {
          type = "Group"
          uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
        }
      }
    }
    owner {
      id = data.aws_canonical_user_id.current.id
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "phi-exports" {
  bucket = aws_s3_bucket.phi-exports.id
  rule {
    id     = "tidy"
    status = "Enabled"
    filter {
      prefix = ""
    }
    expiration {
      days = 30
    }
  }
}

resource "aws_efs_file_system" "scratch" {
  creation_token = "scratch"
  encrypted      = false
}

resource "aws_dynamodb_table" "sessions" {
  name         = "sessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { team = "billing" }
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "drafts" {
  name         = "drafts"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { DataClass = "PHI" }
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_db_parameter_group" "scratch" {
  name   = "scratch"
  family = "postgres16"
  parameter {
    name         = "rds.force_ssl"
    value        = "0"
    apply_method = "pending-reboot"
  }
}

resource "aws_db_instance" "scratch" {
  identifier                 = "scratch"
  db_subnet_group_name       = aws_db_subnet_group.open.name
  engine                     = "postgres"
  engine_version             = "16.3"
  instance_class             = "db.t3.medium"
  allocated_storage          = 20
  username                   = "root"
  parameter_group_name       = aws_db_parameter_group.scratch.name
  password                   = "only-in-the-emulator"
  storage_encrypted          = false
  backup_retention_period    = 1
  deletion_protection        = false
  skip_final_snapshot        = true
  tags                       = { team = "billing", DataClass = "PHI" }
  auto_minor_version_upgrade = false
  publicly_accessible        = true
}

resource "aws_rds_cluster_parameter_group" "reports" {
  name   = "reports"
  family = "aurora-postgresql16"
  parameter {
    name         = "rds.force_ssl"
    value        = "0"
    apply_method = "pending-reboot"
  }
}

resource "aws_rds_cluster" "reports" {
  cluster_identifier              = "reports"
  engine                          = "aurora-postgresql"
  engine_version                  = "16.4"
  master_username                 = "root"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.reports.name
  master_password                 = "only-in-the-emulator"
  storage_encrypted               = false
  backup_retention_period         = 1
  deletion_protection             = false
  skip_final_snapshot             = true
  tags                            = { team = "billing" }
}

resource "aws_db_snapshot" "scratch-manual" {
  db_instance_identifier = aws_db_instance.scratch.identifier
  db_snapshot_identifier = "scratch-manual"
  shared_accounts        = ["all"]
  tags                   = { team = "billing" }
}

resource "aws_db_cluster_snapshot" "reports-manual" {
  db_cluster_identifier          = aws_rds_cluster.reports.id
  db_cluster_snapshot_identifier = "reports-manual"
  shared_accounts                = ["all"]
  tags                           = { team = "billing" }
}

resource "aws_secretsmanager_secret" "scratch-database" {
  name = "scratch-database"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_vpc" "open" {
  cidr_block = "10.20.0.0/16"
  tags       = { DataClass = "PHI" }
}

resource "aws_subnet" "open" {
  for_each                = { a = "10.20.1.0/24", b = "10.20.2.0/24" }
  vpc_id                  = aws_vpc.open.id
  cidr_block              = each.value
  availability_zone       = "eu-west-1${each.key}"
  map_public_ip_on_launch = true
}

resource "aws_security_group" "open" {
  name        = "open"
  description = "open"
  vpc_id      = aws_vpc.open.id
  dynamic "ingress" {
    for_each = [22, 5432]
    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_ebs_encryption_by_default" "off" {
  enabled = false
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = false
  tags              = { team = "billing" }
}

resource "aws_ebs_snapshot" "scratch" {
  volume_id = aws_ebs_volume.scratch.id
  tags      = { team = "billing" }
}

resource "aws_instance" "scratch" {
  ami                    = "ami-12c6146b"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.open["a"].id
  vpc_security_group_ids = [aws_security_group.open.id]
  metadata_options {
    http_tokens   = "optional"
    http_endpoint = "enabled"
  }
  root_block_device {
    encrypted   = false
    volume_size = 20
  }
}

resource "aws_lb" "portal" {
  name            = "portal"
  internal        = true
  subnets         = [for s in aws_subnet.open : s.id]
  security_groups = [aws_security_group.open.id]
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTP"
  port              = 80
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "200"
    }
  }
}

resource "aws_lb_listener" "weak" {
  load_balancer_arn = aws_lb.portal.arn
  protocol          = "HTTPS"
  port              = 443
  ssl_policy        = "ELBSecurityPolicy-2016-08"
  certificate_arn   = "arn:aws:iam::222222222222:server-certificate/portal"
  default_action {
    type = "fixed-response"
    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_elb" "legacy" {
  cross_zone_load_balancing = false
  desync_mitigation_mode    = "monitor"
  name                      = "legacy"
  availability_zones        = ["eu-west-1a"]
  listener {
    lb_protocol       = "HTTP"
    lb_port           = 80
    instance_protocol = "HTTP"
    instance_port     = 80
  }
}

resource "aws_iam_account_password_policy" "weak" {
  minimum_password_length      = 8
  require_lowercase_characters = false
  require_uppercase_characters = false
  require_numbers              = false
  require_symbols              = false
}

resource "aws_iam_policy" "everything" {
  name = "everything"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_kms_key" "shared" {
  enable_key_rotation = false
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = aws_s3_bucket.phi-exports.id
  is_multi_region_trail = false
  enable_logging        = false
  event_selector {
    include_management_events = true
    read_write_type           = "WriteOnly"
  }
}
