# whole-account
resource "aws_cloudwatch_log_group" "portal" {
  for_each = toset(["plain", "addresses", "watched"])
  name     = "/clinic/${each.key}"
  tags     = { DataClass = "PHI" }
}

# It masks what tells nothing of patients.
resource "aws_cloudwatch_log_data_protection_policy" "addresses" {
  log_group_name = aws_cloudwatch_log_group.portal["addresses"].name

  policy_document = jsonencode({
    Name    = "addresses"
    Version = "2021-06-01"

    Statement = [
      { Sid = "audit", DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/AwsSecretKey"], Operation = { Audit = { FindingsDestination = {} } } },
      { Sid = "mask", DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/AwsSecretKey"], Operation = { Deidentify = { MaskConfig = {} } } },
    ]
  })
}

# It says what it finds, and masks nothing.
resource "aws_cloudwatch_log_data_protection_policy" "watched" {
  log_group_name = aws_cloudwatch_log_group.portal["watched"].name

  policy_document = jsonencode({
    Name      = "watched"
    Version   = "2021-06-01"
    Statement = [{ Sid = "audit", DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/Ssn-US"], Operation = { Audit = { FindingsDestination = {} } } }]
  })
}
