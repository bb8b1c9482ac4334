resource "aws_msk_cluster" "visits" {
  cluster_name           = "visits"
  kafka_version          = "3.8.x"
  number_of_broker_nodes = 2
  tags                   = { team = "billing" }
  broker_node_group_info {
    instance_type   = "kafka.m7g.large"
    client_subnets  = ["subnet-1", "subnet-2"]
    security_groups = ["sg-1"]
    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS"
      }
    }
  }
  encryption_info {
    encryption_in_transit {
      client_broker = "PLAINTEXT"
      in_cluster    = false
    }
  }
  client_authentication {
    unauthenticated = true
  }
}
