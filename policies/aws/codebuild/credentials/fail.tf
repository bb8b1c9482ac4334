locals {
  builder = {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    type         = "LINUX_CONTAINER"
  }
  token = "kq3vZ8rwXw"
}

resource "random_password" "database" {
  length = 32
}

# want: fail variables
resource "aws_codebuild_project" "variables" {
  name         = "variables"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type

    environment_variable {
      name  = "DB_PASSWORD"
      value = random_password.database.result
    }
  }

  source {
    type = "NO_SOURCE"
  }
}

variable "key" {
  type      = string
  sensitive = true
}

# want: fail variables
resource "aws_codebuild_project" "access_key" {
  name         = "access-key"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type

    environment_variable {
      name  = "AWS_SECRET_ACCESS_KEY"
      type  = "PLAINTEXT"
      value = var.key
    }
  }

  source {
    type = "NO_SOURCE"
  }
}

# want: fail sources
resource "aws_codebuild_project" "sources" {
  count = 2

  name         = "sources-${count.index}"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type
  }

  source {
    type     = "GITHUB"
    location = "https://builder:${local.token}@github.com/clinic/portal.git"
  }
}

# want: fail sources
resource "aws_codebuild_project" "secondary_source" {
  name         = "secondary-source"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/clinic/portal.git"
  }

  secondary_sources {
    source_identifier = "theme"
    type              = "GITHUB"
    location          = "https://9b74c9897bac770ffc029102a200c5de41d8cd98@github.com/clinic/theme.git"
  }
}

# want: fail logs
resource "aws_codebuild_project" "logs" {
  name         = "logs"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type
  }

  source {
    type = "NO_SOURCE"
  }

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }

    s3_logs {}
  }
}

# want: fail encryption
resource "aws_codebuild_project" "clear_logs" {
  name         = "clear-logs"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type
  }

  source {
    type = "NO_SOURCE"
  }

  logs_config {
    s3_logs {
      status              = "ENABLED"
      location            = "clinic-build-logs"
      encryption_disabled = true
    }
  }
}

# want: fail encryption
resource "aws_codebuild_project" "clear_artifacts" {
  name         = "clear-artifacts"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "clinic-artifacts"
    encryption_disabled = true
  }

  secondary_artifacts {
    artifact_identifier = "reports"
    type                = "S3"
    location            = "clinic-reports"
    encryption_disabled = true
  }

  environment {
    compute_type = local.builder.compute_type
    image        = local.builder.image
    type         = local.builder.type
  }

  source {
    type = "NO_SOURCE"
  }
}
