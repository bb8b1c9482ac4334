resource "aws_glue_security_configuration" "none" {
  name = "none"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }

    job_bookmarks_encryption {}

    s3_encryption {
      s3_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_glue_job" "bare" {
  count = 2

  name     = "bare-${count.index}"
  role_arn = "arn:aws:iam::111122223333:role/glue"

  command {
    script_location = "s3://clinic-jobs/bare.py"
  }
}

resource "aws_glue_crawler" "bare" {
  name          = "bare"
  database_name = "charts"
  role          = "glue"

  s3_target {
    path = "s3://clinic-charts"
  }
}

resource "aws_glue_connection" "silent" {
  name = "silent"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://warehouse.example.org:5432/outcomes"
    SECRET_ID           = "warehouse"
  }
}

resource "aws_glue_connection" "off" {
  name            = "off"
  connection_type = "JDBC"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://warehouse.example.org:5432/outcomes"
    JDBC_ENFORCE_SSL    = "false"
  }
}

resource "aws_glue_connection" "brokers" {
  name            = "brokers"
  connection_type = "KAFKA"
  connection_properties = {
    KAFKA_BOOTSTRAP_SERVERS = "b-1.events.example.org:9092"
    KAFKA_SSL_ENABLED       = "false"
  }
}
