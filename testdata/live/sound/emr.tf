resource "aws_emr_security_configuration" "strict" {
  name = "strict"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://clinic-phi-records/nodes.zip"
        }
      }
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = aws_kms_key.charts.arn
        }
      }
    }
  })
}

resource "aws_emr_block_public_access_configuration" "this" {
  block_public_security_group_rules = true
}

variable "kdc_password" {
  type      = string
  default   = "of the KDC alone"
  sensitive = true
}

resource "aws_emr_cluster" "outcomes" {
  name                              = "outcomes"
  release_label                     = "emr-7.5.0"
  service_role                      = "emr"
  security_configuration            = aws_emr_security_configuration.strict.name
  keep_job_flow_alive_when_no_steps = true

  ec2_attributes {
    subnet_id        = aws_subnet.clinic["a"].id
    instance_profile = "emr-nodes"
  }

  kerberos_attributes {
    realm              = "EC2.INTERNAL"
    kdc_admin_password = var.kdc_password
  }
}
