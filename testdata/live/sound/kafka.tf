resource "aws_msk_cluster" "vitals" {
  cluster_name           = "vitals"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2
  tags                   = local.phi
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-1", "subnet-2"]
    security_groups = ["sg-1"]
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.charts.arn
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
