# Reads and writes by selectors of their own: together they are everything.
variable "selectors" {
  type    = map(string)
  default = { reads = "ReadOnly", writes = "WriteOnly" }
}

resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "clinic-trail"

  dynamic "event_selector" {
    for_each = var.selectors

    content {
      read_write_type = event_selector.value
    }
  }
}
