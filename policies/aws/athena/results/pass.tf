variable "option" {
  type    = string
  default = "SSE_S3"
}

resource "aws_kms_key" "results" {
  description         = "Results of queries"
  enable_key_rotation = true
}

resource "aws_athena_workgroup" "by_variable" {
  name = "by-variable"

  configuration {

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = var.option
      }
    }
  }
}

resource "aws_athena_workgroup" "claims" {
  name = "claims"

  tags = { DataClass = "PHI" }

  configuration {
    enforce_workgroup_configuration = true

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.results.arn
      }
    }
  }
}

resource "aws_athena_workgroup" "managed" {
  name = "managed"

  configuration {

    managed_query_results_configuration {
      enabled = true
    }
  }
}

resource "aws_athena_workgroup" "managed_phi" {
  name = "managed-phi"

  tags = { DataClass = "PHI" }

  configuration {

    managed_query_results_configuration {
      enabled = "true"

      encryption_configuration {
        kms_key = aws_kms_key.results.arn
      }
    }
  }
}

