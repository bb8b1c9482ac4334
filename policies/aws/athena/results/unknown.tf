variable "on" {
  type = bool
}

variable "option" {
  type = string
}

# want: unknown enforced
# want: pass encrypted
resource "aws_athena_workgroup" "perhaps" {
  name = "perhaps"

  configuration {
    enforce_workgroup_configuration = var.on

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

# want: unknown encrypted
resource "aws_athena_workgroup" "managed" {
  name = "managed"

  configuration {

    managed_query_results_configuration {
      enabled = var.on
    }
  }
}

# want: unknown kms
resource "aws_athena_workgroup" "phi" {
  name = "phi"

  tags = { DataClass = "PHI" }

  configuration {

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = var.option
      }
    }
  }
}

