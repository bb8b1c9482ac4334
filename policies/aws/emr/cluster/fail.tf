resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.0.0/24"
  map_public_ip_on_launch = true
}

# want: fail at_rest
# want: fail local_disk
# want: fail in_transit
# want: fail authentication
# want: fail subnet
# want: not_applicable address
resource "aws_emr_cluster" "bare" {
  name          = "bare"
  release_label = "emr-7.5.0"
  service_role  = "emr"

  ec2_attributes {
    instance_profile = "emr-nodes"
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  tags = { DataClass = "PHI" }
}

resource "aws_emr_security_configuration" "objects" {
  name = "objects"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = true
      EnableInTransitEncryption = false
      AtRestEncryptionConfiguration = {
        S3EncryptionConfiguration = { EncryptionMode = "SSE-S3" }
      }
    }
  })
}

# want: pass at_rest
# want: fail local_disk
# want: fail in_transit
# want: fail authentication
# want: fail subnet
# want: not_applicable address
resource "aws_emr_cluster" "objects" {
  name                   = "objects"
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = aws_emr_security_configuration.objects.name

  ec2_attributes {
    subnet_id        = aws_subnet.public.id
    instance_profile = "emr-nodes"
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  tags = { DataClass = "PHI" }
}

resource "aws_emr_security_configuration" "open" {
  name_prefix = "open-"
  configuration = jsonencode({
    EncryptionConfiguration = {
      EnableAtRestEncryption    = false
      EnableInTransitEncryption = false
    }
    AuthenticationConfiguration = {
      LDAPConfiguration           = { EnableLDAPAuthentication = false }
      IdentityCenterConfiguration = { EnableIdentityCenter = false }
    }
  })
}

# want: fail at_rest
# want: fail local_disk
# want: fail in_transit
# want: not_applicable authentication
# want: fail subnet
# want: not_applicable address
resource "aws_emr_cluster" "open" {
  name                   = "open"
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = aws_emr_security_configuration.open.name

  ec2_attributes {
    subnet_ids       = [aws_subnet.public.id]
    instance_profile = "emr-nodes"
  }

  master_instance_fleet {
    target_on_demand_capacity = 1
    instance_type_configs {
      instance_type = "m5.xlarge"
    }
  }
}
