variable "token" {
  type = string
}

variable "variables" {
  type = map(string)
}

variable "clear" {
  type = bool
}

variable "logs" {
  type = string
}

# want: unknown variables
# want: unknown sources
# want: unknown logs
# want: unknown encryption
resource "aws_codebuild_project" "by_variable" {
  name         = "by-variable"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "clinic-artifacts"
    encryption_disabled = var.clear
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    dynamic "environment_variable" {
      for_each = var.variables
      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  source {
    type     = "GITHUB"
    location = "https://builder:${var.token}@github.com/clinic/portal.git"
  }

  logs_config {
    cloudwatch_logs {
      status = var.logs
    }
  }
}
