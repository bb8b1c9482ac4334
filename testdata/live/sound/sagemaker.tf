resource "aws_sagemaker_notebook_instance" "triage" {
  name                   = "triage"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::123456789012:role/sagemaker"
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  subnet_id              = aws_subnet.clinic["a"].id
  security_groups        = [aws_security_group.clinic.id]
  kms_key_id             = aws_kms_key.charts.arn
  tags                   = local.phi
}

resource "aws_sagemaker_model" "triage" {
  name                     = "triage"
  execution_role_arn       = "arn:aws:iam::123456789012:role/sagemaker"
  enable_network_isolation = true
  tags                     = local.phi
  primary_container {
    image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/triage:1"
  }
}

resource "aws_sagemaker_endpoint_configuration" "triage" {
  name        = "triage"
  kms_key_arn = aws_kms_key.charts.arn
  tags        = local.phi
  production_variants {
    model_name             = aws_sagemaker_model.triage.name
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}
