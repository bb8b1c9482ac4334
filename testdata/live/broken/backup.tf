resource "aws_backup_vault" "phi-copies" {
  name = "phi-copies"
  tags = { DataClass = "PHI" }
}
