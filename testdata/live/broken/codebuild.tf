resource "aws_codebuild_project" "intake" {
  name         = "intake"
  service_role = "arn:aws:iam::123456789012:role/build"

  artifacts {
    type                = "S3"
    location            = "clinic-artifacts"
    encryption_disabled = true
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"

    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      type  = "PLAINTEXT"
      value = "kq3vZ8rw"
    }
  }

  source {
    type     = "GITHUB"
    location = "https://builder:kq3vZ8rw@github.com/clinic/intake.git"
  }

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
}
