resource "aws_sagemaker_notebook_instance" "intake" {
  name          = "intake"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::123456789012:role/sagemaker"
  tags          = { team = "billing" }
}

resource "aws_sagemaker_model" "intake" {
  name                     = "intake"
  execution_role_arn       = "arn:aws:iam::123456789012:role/sagemaker"
  enable_network_isolation = false
  tags                     = { team = "billing" }
  primary_container {
    image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/triage:1"
  }
}

resource "aws_sagemaker_endpoint_configuration" "intake" {
  name = "intake"
  tags = { team = "billing" }
  production_variants {
    model_name             = aws_sagemaker_model.intake.name
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}
