variable "text" {
  type = string
}

variable "isolated" {
  type = bool
}

# want: unknown internet
# want: unknown vpc
# want: unknown root
# want: unknown customer_key
resource "aws_sagemaker_notebook_instance" "by_variable" {
  name                   = "by-variable"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = var.text
  root_access            = var.text
  subnet_id              = var.text
  kms_key_id             = var.text
}

# want: unknown isolation
resource "aws_sagemaker_model" "by_variable" {
  name                     = "by-variable"
  execution_role_arn       = "arn:aws:iam::111122223333:role/sagemaker"
  enable_network_isolation = var.isolated

  primary_container {
    image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
  }
}

# want: unknown customer_key
resource "aws_sagemaker_endpoint_configuration" "by_variable" {
  name        = "by-variable"
  kms_key_arn = var.text

  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

