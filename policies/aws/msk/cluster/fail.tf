# want: fail transit
resource "aws_msk_cluster" "plaintext" {
  cluster_name           = "plaintext"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {

    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
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

# want: fail transit
resource "aws_msk_cluster" "inside" {
  cluster_name           = "inside"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {

    encryption_in_transit {
      in_cluster = false
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

# want: fail authenticated
resource "aws_msk_cluster" "unauthenticated" {
  cluster_name           = "unauthenticated"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }


  client_authentication {
    unauthenticated = true

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

# want: fail authenticated
resource "aws_msk_cluster" "silent" {
  cluster_name           = "silent"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
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

# want: fail private
resource "aws_msk_cluster" "public" {
  cluster_name           = "public"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
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

# want: fail logged
resource "aws_msk_cluster" "unlogged" {
  cluster_name           = "unlogged"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }


  client_authentication {
    sasl {
      iam = true
    }
  }

}

# want: fail logged
resource "aws_msk_cluster" "logs_off" {
  cluster_name           = "logs-off"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }


  client_authentication {
    sasl {
      iam = true
    }
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = false
      }
    }
  }
}

# want: pass transit
# want: fail customer_key
resource "aws_msk_cluster" "phi" {
  cluster_name           = "phi"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  tags = { DataClass = "PHI" }

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
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
# want: fail customer_key
resource "aws_msk_cluster" "key_of_aws" {
  cluster_name           = "key-of-aws"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  tags = { DataClass = "PHI" }

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/kafka"
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

