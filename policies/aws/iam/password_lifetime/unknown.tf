variable "remembered" {
  type = number
}

variable "age" {
  type = number
}

# want: unknown reuse
# want: unknown age
resource "aws_iam_account_password_policy" "main" {
  password_reuse_prevention = var.remembered
  max_password_age          = max(var.age, 30)
}
