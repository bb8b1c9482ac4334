resource "aws_codebuild_project" "portal" {
  name         = "portal"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type                = "S3"
    location            = "clinic-artifacts"
    encryption_disabled = false
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "DB_PASSWORD"
      type  = "SECRETS_MANAGER"
      value = "prod/db:password"
    }
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/clinic/portal.git"
  }

  logs_config {
    cloudwatch_logs {
      status = "ENABLED"
    }
  }
}
