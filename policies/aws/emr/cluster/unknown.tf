variable "security_configuration" {
  type = string
}

data "aws_subnet" "private" {
  tags = { Tier = "private" }
}

# want: unknown at_rest
# want: unknown local_disk
# want: unknown in_transit
# want: unknown authentication
# want: unknown subnet
# want: not_applicable address
resource "aws_emr_cluster" "by_variable" {
  name                   = "by-variable"
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = var.security_configuration

  ec2_attributes {
    subnet_id        = data.aws_subnet.private.id
    instance_profile = "emr-nodes"
  }

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  tags = { DataClass = "PHI" }
}

# want: unknown at_rest
# want: unknown local_disk
# want: unknown in_transit
# want: unknown authentication
# want: unknown subnet
# want: not_applicable address
resource "aws_emr_cluster" "of_another_stack" {
  name                   = "of-another-stack"
  release_label          = "emr-7.5.0"
  service_role           = "emr"
  security_configuration = "strict"

  ec2_attributes {
    subnet_ids       = ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"]
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
