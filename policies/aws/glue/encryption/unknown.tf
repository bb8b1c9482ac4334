variable "security_configuration" {
  type = string
}

variable "mode" {
  type = string
}

variable "properties" {
  type = map(string)
}

resource "aws_glue_job" "by_variable" {
  name                   = "by-variable"
  role_arn               = "arn:aws:iam::111122223333:role/glue"
  security_configuration = var.security_configuration

  command {
    script_location = "s3://clinic-jobs/outcomes.py"
  }
}

resource "aws_glue_security_configuration" "by_variable" {
  name = "by-variable"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = var.mode
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
    }

    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}

resource "aws_glue_connection" "by_variable" {
  name                  = "by-variable"
  connection_properties = var.properties
}

resource "aws_glue_connection" "documents" {
  name            = "documents"
  connection_type = "MONGODB"
  connection_properties = {
    CONNECTION_URL = "mongodb://documents.example.org:27017/charts"
    SECRET_ID      = "documents"
  }
}

# Whether it asks for TLS stands in other properties than those of JDBC.
resource "aws_glue_connection" "charts" {
  name            = "charts"
  connection_type = "POSTGRESQL"
  connection_properties = {
    HOST      = "charts.example.org"
    PORT      = "5432"
    DATABASE  = "charts"
    SECRET_ID = "charts"
  }
}
