resource "aws_codebuild_project" "portal" {
  name         = "portal"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type     = "S3"
    location = "clinic-artifacts"
  }

  secondary_artifacts {
    artifact_identifier = "reports"
    type                = "S3"
    location            = "clinic-reports"
    encryption_disabled = false
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "STAGE"
      value = "production"
    }

    environment_variable {
      name  = "DB_PASSWORD"
      type  = "SECRETS_MANAGER"
      value = "kq3vZ8rwXw"
    }

    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      type  = "PARAMETER_STORE"
      value = "/build/key"
    }
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/clinic/portal.git"
  }

  secondary_sources {
    source_identifier = "theme"
    type              = "BITBUCKET"
    location          = "https://builder@bitbucket.org/clinic/theme.git"
  }

  logs_config {
    cloudwatch_logs {
      group_name = "builds"
    }

    s3_logs {
      status              = "DISABLED"
      encryption_disabled = true
    }
  }
}

# The logs go to a bucket alone, and nothing else is left behind.
resource "aws_codebuild_project" "checks" {
  name         = "checks"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "NO_ARTIFACTS"
    encryption_disabled = true
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    dynamic "environment_variable" {
      for_each = { STAGE = "test", NODE_ENV = "development" }
      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }

    s3_logs {
      status   = "ENABLED"
      location = "clinic-build-logs/checks"
    }
  }
}

# CloudWatch Logs and encryption are on by default.
resource "aws_codebuild_project" "silent" {
  for_each = toset(["api", "web"])

  name         = each.key
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }
}
