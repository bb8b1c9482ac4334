resource "aws_emr_block_public_access_configuration" "this" {
  block_public_security_group_rules = false
}

resource "aws_emr_cluster" "outcomes" {
  name                              = "outcomes"
  release_label                     = "emr-7.5.0"
  service_role                      = "emr"
  keep_job_flow_alive_when_no_steps = true

  ec2_attributes {
    subnet_id        = aws_subnet.open["a"].id
    instance_profile = "emr-nodes"
  }
}
