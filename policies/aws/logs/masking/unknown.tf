variable "identifiers" {
  type = list(string)
}

resource "aws_cloudwatch_log_group" "portal" {
  name = "/clinic/portal"
  tags = { DataClass = "PHI" }
}

resource "aws_cloudwatch_log_data_protection_policy" "portal" {
  log_group_name = aws_cloudwatch_log_group.portal.name

  policy_document = jsonencode({
    Name    = "patients"
    Version = "2021-06-01"

    Statement = [
      { Sid = "audit", DataIdentifier = var.identifiers, Operation = { Audit = { FindingsDestination = {} } } },
      { Sid = "mask", DataIdentifier = var.identifiers, Operation = { Deidentify = { MaskConfig = {} } } },
    ]
  })
}

# Another stack may declare the account's policy.
resource "aws_cloudwatch_log_group" "intake" {
  name = "/clinic/intake"
  tags = { DataClass = "PHI" }
}
