resource "aws_kms_key" "vitals" {
  description         = "Vital signs"
  enable_key_rotation = true
}

resource "aws_msk_cluster" "plain" {
  cluster_name           = "plain"
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
      cloudwatch_logs {
        enabled   = true
        log_group = "vitals"
      }
    }
  }
}

resource "aws_msk_cluster" "written" {
  cluster_name           = "written"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]

    connectivity_info {
      public_access {
        type = "DISABLED"
      }
    }
  }

  encryption_info {

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }

  client_authentication {
    unauthenticated = false

    sasl {
      scram = true
    }
  }

  logging_info {
    broker_logs {
      s3 {
        enabled = true
        bucket  = "clinic-logs"
      }
    }
  }
}

resource "aws_msk_cluster" "mutual" {
  cluster_name           = "mutual"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2

  tags = { DataClass = "PHI" }

  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60719"]
    security_groups = ["sg-0a1b2c3d4e5f60718"]
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.vitals.arn
  }

  client_authentication {
    tls {
      certificate_authority_arns = ["arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1234abcd-12ab-34cd-56ef-1234567890ab"]
    }
  }

  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled = false
      }

      firehose {
        enabled         = true
        delivery_stream = "broker-logs"
      }
    }
  }
}

