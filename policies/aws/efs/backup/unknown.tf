variable "status" {
  type = string
}

resource "aws_efs_file_system" "records" {
  creation_token = "records"
}

resource "aws_efs_backup_policy" "records" {
  file_system_id = aws_efs_file_system.records.id

  backup_policy {
    status = var.status
  }
}
