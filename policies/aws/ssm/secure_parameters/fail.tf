# want: fail name
resource "aws_ssm_parameter" "by_name" {
  name  = "/clinic/db_password"
  type  = "String"
  value = "to-be-set"
}

# want: fail value
resource "aws_ssm_parameter" "url" {
  name  = "/clinic/database_url"
  type  = "String"
  value = "postgres://app:k7Fq2mZp9x@db.clinic.internal/app"
}

resource "random_password" "queue" {
  length = 32
}

# want: fail value
resource "aws_ssm_parameter" "generated" {
  name           = "/clinic/queue"
  type           = "StringList"
  insecure_value = "app,${random_password.queue.result}"
}

# want: pass name
# want: pass value
# want: fail customer_key
resource "aws_ssm_parameter" "key_of_aws" {
  for_each = { implied = null, named = "alias/aws/ssm" }
  name     = "/clinic/${each.key}/token"
  type     = "SecureString"
  key_id   = each.value
  value    = "changed-by-hand"
}
