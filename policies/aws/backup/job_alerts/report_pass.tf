provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "elsewhere"
  region = "eu-central-1"
}

resource "aws_s3_bucket" "reports" {
  bucket = "clinic-backup-reports"
}

# What is backed up here.
resource "aws_backup_report_plan" "jobs" {
  name        = "jobs"
  description = "Backup jobs of the last day"

  report_delivery_channel {
    formats        = ["CSV"]
    s3_bucket_name = aws_s3_bucket.reports.id
  }

  report_setting {
    report_template = "BACKUP_JOB_REPORT"
  }
}

resource "aws_backup_vault" "records" {
  name = "records"
}

# A report that was declared here takes the other Region in.
resource "aws_backup_report_plan" "both" {
  name = "both"

  report_delivery_channel {
    formats        = ["CSV", "JSON"]
    s3_bucket_name = aws_s3_bucket.reports.id
  }

  report_setting {
    report_template = "BACKUP_JOB_REPORT"
    regions         = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_backup_vault" "copies" {
  provider = aws.elsewhere
  name     = "copies"
}
