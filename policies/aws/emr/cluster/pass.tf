resource "aws_kms_key" "charts" {
  description         = "Charts"
  enable_key_rotation = true
}

resource "aws_subnet" "private" {
  for_each = { a = "10.0.0.0/24", b = "10.0.1.0/24" }

  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = each.value
}

resource "aws_emr_security_configuration" "strict" {
  name = "strict"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://clinic-certificates/nodes.zip"
        }
      }
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = {
          EncryptionMode = "SSE-KMS"
          AwsKmsKey      = aws_kms_key.charts.arn
        }
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = aws_kms_key.charts.arn
          EnableEbsEncryption       = true
        }
      }
    }
    AuthenticationConfiguration = {
      KerberosConfiguration = {
        Provider = "ClusterDedicatedKdc"
        ClusterDedicatedKdcConfiguration = {
          TicketLifetimeInHours = 24
        }
      }
    }
  })
}

variable "kdc_password" {
  type      = string
  sensitive = true
}

# want: pass at_rest
# want: pass local_disk
# want: pass in_transit
# want: pass authentication
# want: pass subnet
# want: not_applicable address
resource "aws_emr_cluster" "charts" {
  name                   = "charts"
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = aws_emr_security_configuration.strict.name

  ec2_attributes {
    subnet_id        = aws_subnet.private["a"].id
    instance_profile = "emr-nodes"
  }

  kerberos_attributes {
    realm              = "EC2.INTERNAL"
    kdc_admin_password = var.kdc_password
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  tags = { DataClass = "PHI" }
}

resource "aws_emr_security_configuration" "ldap" {
  name = "ldap"

  configuration = <<-JSON
    {
      "EncryptionConfiguration": {
        "EnableInTransitEncryption": "true",
        "EnableAtRestEncryption": "true",
        "InTransitEncryptionConfiguration": {
          "TLSCertificateConfiguration": {"CertificateProviderType": "PEM", "S3Object": "s3://clinic-certificates/nodes.zip"}
        },
        "AtRestEncryptionConfiguration": {
          "LocalDiskEncryptionConfiguration": {
            "EncryptionKeyProviderType": "Custom",
            "S3Object": "s3://clinic-keys/provider.jar",
            "EncryptionKeyProviderClass": "org.example.Keys"
          }
        }
      },
      "AuthenticationConfiguration": {
        "LDAPConfiguration": {"EnableLDAPAuthentication": true, "LDAPServerURL": "ldaps://ldap.example.org"}
      }
    }
  JSON
}

resource "aws_emr_security_configuration" "people" {
  name = "people"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = true
      InTransitEncryptionConfiguration = {
        TLSCertificateConfiguration = {
          CertificateProviderType = "PEM"
          S3Object                = "s3://clinic-certificates/nodes.zip"
        }
      }
      AtRestEncryptionConfiguration = {
        LocalDiskEncryptionConfiguration = {
          EncryptionKeyProviderType = "AwsKms"
          AwsKmsKey                 = aws_kms_key.charts.arn
        }
      }
    }
    AuthenticationConfiguration = {
      IdentityCenterConfiguration = {
        EnableIdentityCenter      = true
        IdentityCenterInstanceARN = "arn:aws:sso:::instance/ssoins-0123456789abcdef"
      }
    }
  })
}

# want: pass at_rest
# want: pass local_disk
# want: pass in_transit
# want: pass authentication
# want: pass subnet
# want: not_applicable address
resource "aws_emr_cluster" "fleets" {
  for_each = { ldap = aws_emr_security_configuration.ldap.id, people = aws_emr_security_configuration.people.id }

  name                   = each.key
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = each.value

  ec2_attributes {
    subnet_ids       = [for subnet in aws_subnet.private : subnet.id]
    instance_profile = "emr-nodes"
  }

  master_instance_fleet {
    target_on_demand_capacity = 1
    instance_type_configs {
      instance_type = "m5.xlarge"
    }
  }

  tags = { DataClass = "PHI" }
}
