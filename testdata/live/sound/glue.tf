resource "aws_glue_security_configuration" "strict" {
  name = "strict"

  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = aws_kms_key.charts.arn
    }

    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = aws_kms_key.charts.arn
    }

    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = aws_kms_key.charts.arn
    }
  }
}

resource "aws_glue_data_catalog_encryption_settings" "this" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      aws_kms_key_id                       = aws_kms_key.charts.arn
      return_connection_password_encrypted = true
    }

    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = aws_kms_key.charts.arn
    }
  }
}

resource "aws_glue_job" "claims" {
  name                   = "claims"
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  security_configuration = aws_glue_security_configuration.strict.name

  command {
    script_location = "s3://clinic-jobs/claims.py"
  }
}

resource "aws_glue_crawler" "claims" {
  name                   = "claims"
  database_name          = "claims"
  role                   = "arn:aws:iam::123456789012:role/glue"
  security_configuration = aws_glue_security_configuration.strict.name

  s3_target {
    path = "s3://clinic-claims"
  }
}

resource "aws_glue_connection" "claims" {
  name = "claims"
  connection_properties = {
    JDBC_ENFORCE_SSL = "true"
    SECRET_ID        = "claims"
  }
}
