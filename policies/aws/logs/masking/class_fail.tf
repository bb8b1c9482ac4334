# The account's policy masks in groups of the class STANDARD alone.
resource "aws_cloudwatch_log_group" "portal" {
  name            = "/clinic/portal"
  log_group_class = "INFREQUENT_ACCESS"
  tags            = { DataClass = "PHI" }
}

resource "aws_cloudwatch_log_account_policy" "patients" {
  policy_name = "patients"
  policy_type = "DATA_PROTECTION_POLICY"

  policy_document = jsonencode({
    Name    = "patients"
    Version = "2021-06-01"

    Statement = [
      {
        Sid            = "audit"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/HealthInsuranceClaimNumber-US"]
        Operation      = { Audit = { FindingsDestination = {} } }
      },
      {
        Sid            = "mask"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/HealthInsuranceClaimNumber-US"]
        Operation      = { Deidentify = { MaskConfig = {} } }
      },
    ]
  })
}
