# Of every resource here it cannot be known.
variable "owner" {
  type = string
}

resource "{{.Type}}" "someone" {
  tags = { Owner = var.owner }
}
