# want: fail customer_key
resource "aws_secretsmanager_secret" "billing" {
  for_each   = { implied = null, named = "alias/aws/secretsmanager" }
  name       = "billing-${each.key}"
  kms_key_id = each.value
}

# want: pass customer_key
# want: fail replicas
resource "aws_secretsmanager_secret" "replicated" {
  name       = "replicated"
  kms_key_id = "alias/clinic-secrets"

  dynamic "replica" {
    for_each = toset(["us-west-2"])
    content {
      region = replica.value
    }
  }
}
