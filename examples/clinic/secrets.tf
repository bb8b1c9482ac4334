# The key under which the portal orders tests at the laboratory.
resource "aws_secretsmanager_secret" "laboratory" {
  name       = "${local.name}/laboratory"
  kms_key_id = aws_kms_key.phi.arn

  tags = { DataClass = "Credentials" }
}
