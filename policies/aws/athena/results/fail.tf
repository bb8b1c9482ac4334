# want: fail encrypted
# want: pass enforced
resource "aws_athena_workgroup" "silent" {
  name = "silent"
}

# want: fail encrypted
resource "aws_athena_workgroup" "plain" {
  name = "plain"

  configuration {

    result_configuration {
      output_location = "s3://clinic-results/"
    }
  }
}

# want: fail enforced
# want: pass encrypted
resource "aws_athena_workgroup" "optional" {
  name = "optional"

  configuration {
    enforce_workgroup_configuration = false

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

# want: pass encrypted
# want: fail kms
resource "aws_athena_workgroup" "phi" {
  name = "phi"

  tags = { DataClass = "PHI" }

  configuration {

    result_configuration {
      output_location = "s3://clinic-results/"

      encryption_configuration {
        encryption_option = "SSE_S3"
      }
    }
  }
}

# want: pass encrypted
# want: fail kms
resource "aws_athena_workgroup" "managed_phi" {
  name = "managed-phi"

  tags = { DataClass = "PHI" }

  configuration {

    managed_query_results_configuration {
      enabled = true
    }
  }
}

# want: fail encrypted
# want: fail kms
resource "aws_athena_workgroup" "managed_off" {
  name = "managed-off"

  tags = { DataClass = "PHI" }

  configuration {

    managed_query_results_configuration {
      enabled = false
    }
  }
}

