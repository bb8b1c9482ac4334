provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = { ManagedBy = "terraform" }
  }
}

# want: fail classified
# want: pass suggested
resource "aws_s3_bucket" "untagged" {
  bucket = "clinic-assets"
}

# want: fail classified
# want: fail suggested
resource "aws_s3_bucket" "patients" {
  bucket = "clinic-patient-documents"
}

# Another class does not say that it holds no PHI.
# want: pass classified
# want: fail suggested
resource "aws_s3_bucket" "by_prefix" {
  bucket_prefix = "claims-"
  tags          = { DataClass = "Internal" }
}

# want: fail consistent
resource "aws_s3_bucket" "contradiction" {
  bucket = "contradiction"
  tags   = { DataClass = "PHI", HIPAA = "false" }
}

# want: fail consistent
resource "aws_s3_bucket" "public_phi" {
  bucket = "public-phi"
  tags   = { DataClass = "Public", HIPAA = "true" }
}

# want: fail consistent
resource "aws_s3_bucket" "two_classes" {
  bucket = "two-classes"
  tags   = { DataClass = "Internal", data-classification = "Restricted" }
}

# Its address says that it holds PHI.
# want: fail classified
# want: fail suggested
resource "aws_s3_bucket" "phi" {
  bucket = "clinic-archive"
}

# want: fail classified
resource "aws_db_instance" "unclear" {
  identifier                  = "unclear"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { HIPAA = "perhaps", DataClass = "" }
}

# want: fail suggested
resource "aws_db_instance" "ehr" {
  identifier                  = "clinic-ehr"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "Confidential" }
}

# want: fail suggested
resource "aws_db_instance" "database_name" {
  identifier                  = "clinic-main"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  db_name                     = "patients"
  username                    = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "Confidential" }
}

# want: fail classified
# want: fail suggested
resource "aws_rds_cluster" "claims" {
  cluster_identifier          = "claims"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
}

# want: fail suggested
resource "aws_rds_cluster" "database_name" {
  cluster_identifier          = "main"
  database_name               = "clinical"
  engine                      = "aurora-postgresql"
  master_username             = "clinic"
  manage_master_user_password = true
  tags                        = { DataClass = "Internal" }
}

# want: fail classified
# want: fail suggested
resource "aws_dynamodb_table" "patients" {
  name         = "PatientSessions"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

# A neighbouring tag suggests it.
# want: fail classified
# want: fail suggested
resource "aws_ebs_volume" "studies" {
  availability_zone = "us-east-1a"
  size              = 20
  tags              = { Name = "studies", Purpose = "clinical images" }
}

# want: fail suggested
resource "aws_ebs_volume" "named" {
  availability_zone = "us-east-1a"
  size              = 20
  tags              = { Name = "emr", DataClass = "Internal" }
}

# want: fail classified
# want: fail suggested
resource "aws_efs_file_system" "charts" {
  creation_token = "emr-charts"
}

# want: fail suggested
resource "aws_secretsmanager_secret" "ehr" {
  name = "ehr/api"
  tags = { DataClass = "Credentials" }
}

# want: fail classified
# want: fail suggested
resource "aws_secretsmanager_secret" "by_prefix" {
  for_each    = toset(["claims", "patients"])
  name_prefix = "${each.key}-"
}

# Nothing of its own says so: what it holds is copied from a bucket with PHI.
# want: fail classified
# want: fail suggested
resource "aws_s3_bucket" "copies" {
  bucket = "clinic-copies"
}

# want: pass
resource "aws_s3_bucket" "tagged" {
  bucket = "clinic-tagged"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_replication_configuration" "tagged" {
  bucket = aws_s3_bucket.tagged.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.copies.arn
    }
  }
}
