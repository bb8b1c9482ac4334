variable "broker" {
  type = string
}

variable "on" {
  type = bool
}

# want: unknown transit
resource "aws_msk_cluster" "by_variable" {
  cluster_name           = "by-variable"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {

    encryption_in_transit {
      client_broker = var.broker
    }
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "vitals"
      }
    }
  }
}

# want: pass transit
# want: unknown authenticated
# want: unknown private
# want: unknown logged
resource "aws_msk_cluster" "perhaps" {
  cluster_name           = "perhaps"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]

    connectivity_info {
      public_access {
        type = var.broker
      }
    }
  }


  client_authentication {
    sasl {
      iam = var.on
    }
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = var.on
      }
    }
  }
}

# want: pass transit
# want: unknown customer_key
resource "aws_msk_cluster" "of_unknown_key" {
  cluster_name           = "of-unknown-key"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  tags = { DataClass = "PHI" }

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = var.broker
  }

  client_authentication {
    sasl {
      iam = true
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "vitals"
      }
    }
  }
}

