resource "aws_glue_data_catalog_encryption_settings" "this" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }

    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}

resource "aws_glue_job" "intake" {
  name     = "intake"
  role_arn = "arn:aws:iam::123456789012:role/glue"

  command {
    script_location = "s3://clinic-jobs/intake.py"
  }
}

resource "aws_glue_crawler" "intake" {
  name          = "intake"
  database_name = "intake"
  role          = "arn:aws:iam::123456789012:role/glue"

  s3_target {
    path = "s3://clinic-intake"
  }
}

resource "aws_glue_connection" "intake" {
  name = "intake"
  connection_properties = {
    JDBC_ENFORCE_SSL = "false"
    SECRET_ID        = "intake"
  }
}
