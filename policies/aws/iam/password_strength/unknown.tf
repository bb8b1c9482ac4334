variable "length" {
  type = number
}

variable "classes" {
  type = map(bool)
}

# want: unknown length
# want: unknown uppercase
# want: unknown lowercase
# want: unknown numbers
# want: unknown symbols
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length      = var.length
  require_uppercase_characters = var.classes["uppercase"]
  require_lowercase_characters = var.classes["lowercase"]
  require_numbers              = lookup(var.classes, "numbers", true)
  require_symbols              = try(var.classes.symbols, true)
}
