resource "aws_config_organization_conformance_pack" "security" {
  name = "security"

  template_body = <<-EOT
    # Operational Best Practices for NIST 800-53 rev 5
    Resources:
      CloudTrailEnabled:
        Properties:
          ConfigRuleName: cloudtrail-enabled
          Source:
            Owner: AWS
            SourceIdentifier: CLOUD_TRAIL_ENABLED
        Type: AWS::Config::ConfigRule
  EOT
}
