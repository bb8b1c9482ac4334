variable "enabled" {
  type = bool
}

variable "days" {
  type = number
}

variable "key" {
  type = string
}

# want: unknown usable
# want: unknown window
resource "aws_kms_key" "records" {
  description             = "Patient records"
  is_enabled              = var.enabled
  deletion_window_in_days = var.days
  tags                    = { DataClass = "PHI" }
}
