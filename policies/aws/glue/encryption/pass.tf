resource "aws_kms_key" "analytics" {
  description         = "Analytics"
  enable_key_rotation = true
}

resource "aws_glue_security_configuration" "strict" {
  for_each = { strict = "SSE-KMS", managed = "SSE-S3" }

  name = each.key

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.analytics.arn
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.analytics.arn
    }

    s3_encryption {
      s3_encryption_mode = each.value
      kms_key_arn        = each.value == "SSE-KMS" ? aws_kms_key.analytics.arn : null
    }
  }
}

resource "aws_glue_job" "outcomes" {
  name                   = "outcomes"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = aws_glue_security_configuration.strict["strict"].name

  command {
    script_location = "s3://clinic-jobs/outcomes.py"
  }
}

resource "aws_glue_crawler" "charts" {
  name                   = "charts"
  database_name          = "charts"
  role                   = "glue"
  security_configuration = "of-another-stack"

  s3_target {
    path = "s3://clinic-charts"
  }
}

resource "aws_glue_connection" "warehouse" {
  name = "warehouse"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://warehouse.example.org:5432/outcomes"
    JDBC_ENFORCE_SSL    = true
    SECRET_ID           = "warehouse"
  }
}

resource "aws_glue_connection" "events" {
  name            = "events"
  connection_type = "KAFKA"
  connection_properties = {
    KAFKA_BOOTSTRAP_SERVERS = "b-1.events.example.org:9094"
    KAFKA_SSL_ENABLED       = "true"
  }
}

# want: not_applicable transport
resource "aws_glue_connection" "network" {
  name            = "network"
  connection_type = "NETWORK"

  physical_connection_requirements {
    subnet_id              = "subnet-0123456789abcdef0"
    security_group_id_list = ["sg-0123456789abcdef0"]
    availability_zone      = "us-east-1a"
  }
}
