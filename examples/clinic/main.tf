data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  name      = "clinic-${var.environment}"
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition

  # What the data is decides how it is kept: see the DataClass tag.
  phi = { DataClass = "PHI" }
}
