variable "type" {
  type = string
}

variable "value" {
  type = string
}

variable "key" {
  type = string
}

# want: unknown name
# want: unknown value
resource "aws_ssm_parameter" "type" {
  name  = "/clinic/db_password"
  type  = var.type
  value = "k7Fq2mZp9xk7Fq2"
}

# want: unknown name
# want: unknown value
resource "aws_ssm_parameter" "value" {
  name  = "/clinic/token"
  type  = "String"
  value = var.value
}

# want: unknown customer_key
resource "aws_ssm_parameter" "key" {
  name   = "/clinic/token2"
  type   = "SecureString"
  key_id = var.key
  value  = "changed-by-hand"
}
