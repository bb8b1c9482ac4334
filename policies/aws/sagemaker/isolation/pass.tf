variable "isolated" {
  type    = bool
  default = true
}

resource "aws_kms_key" "lab" {
  description         = "Notebooks and endpoints"
  enable_key_rotation = true
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name                   = "lab"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  subnet_id              = "subnet-0a1b2c3d4e5f60718"
  kms_key_id             = aws_kms_key.lab.arn
}

resource "aws_sagemaker_notebook_instance" "phi" {
  name                   = "phi"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  subnet_id              = "subnet-0a1b2c3d4e5f60718"
  kms_key_id             = aws_kms_key.lab.arn

  tags = { DataClass = "PHI" }
}

resource "aws_sagemaker_model" "triage" {
  name                     = "triage"
  execution_role_arn       = "arn:aws:iam::111122223333:role/sagemaker"
  enable_network_isolation = var.isolated

  primary_container {
    image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
  }
}

resource "aws_sagemaker_endpoint_configuration" "triage" {
  name        = "triage"
  kms_key_arn = aws_kms_key.lab.arn

  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

