resource "aws_config_conformance_pack" "baseline" {
  name = "baseline"

  template_body = <<-EOT
    # Conformance Pack:
    #   Operational Best Practices for HIPAA Security
    Parameters:
      IamPasswordPolicyParamMinimumPasswordLength:
        Default: "14"
        Type: String
    Resources:
      RootAccountMFAEnabled:
        Properties:
          ConfigRuleName: root-account-mfa-enabled
          Source:
            Owner: AWS
            SourceIdentifier: ROOT_ACCOUNT_MFA_ENABLED
        Type: AWS::Config::ConfigRule
  EOT
}
