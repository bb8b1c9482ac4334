resource "aws_cloudwatch_log_group" "portal" {
  for_each = toset(["portal", "intake"])
  name     = "/clinic/${each.key}"
  tags     = { DataClass = "PHI" }
}

resource "aws_cloudwatch_log_data_protection_policy" "portal" {
  log_group_name = aws_cloudwatch_log_group.portal["portal"].name

  policy_document = jsonencode({
    Name    = "patients"
    Version = "2021-06-01"

    Statement = [
      {
        Sid            = "audit"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/Ssn-US", "arn:aws:dataprotection::aws:data-identifier/MedicareBeneficiaryNumber-US"]
        Operation      = { Audit = { FindingsDestination = {} } }
      },
      {
        Sid            = "mask"
        DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/Ssn-US", "arn:aws:dataprotection::aws:data-identifier/MedicareBeneficiaryNumber-US"]
        Operation      = { Deidentify = { MaskConfig = {} } }
      },
    ]
  })
}

# Record numbers are the clinic's own.
resource "aws_cloudwatch_log_data_protection_policy" "intake" {
  log_group_name  = "/clinic/intake"
  policy_document = <<-JSON
    {
      "Name": "records",
      "Version": "2021-06-01",
      "Configuration": {"CustomDataIdentifier": [{"Name": "RecordNumber", "Regex": "MRN-[0-9]{8}"}]},
      "Statement": [
        {"Sid": "audit", "DataIdentifier": ["RecordNumber"], "Operation": {"Audit": {"FindingsDestination": {}}}},
        {"Sid": "mask", "DataIdentifier": ["RecordNumber"], "Operation": {"Deidentify": {"MaskConfig": {}}}}
      ]
    }
  JSON
}

# want: not_applicable
resource "aws_cloudwatch_log_group" "build" {
  name = "/clinic/build"
}
