resource "aws_kms_key" "lab" {
  description         = "Notebooks and endpoints"
  enable_key_rotation = true
}

# want: fail internet
# want: fail vpc
# want: fail root
# want: fail customer_key
resource "aws_sagemaker_notebook_instance" "silent" {
  name          = "silent"
  instance_type = "ml.t3.medium"
  role_arn      = "arn:aws:iam::111122223333:role/sagemaker"
}

# want: fail internet
# want: pass vpc
resource "aws_sagemaker_notebook_instance" "online" {
  name                   = "online"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = "Enabled"
  root_access            = "Disabled"
  subnet_id              = "subnet-0a1b2c3d4e5f60718"
  kms_key_id             = aws_kms_key.lab.arn
}

# want: fail root
# want: pass internet
resource "aws_sagemaker_notebook_instance" "rooted" {
  name                   = "rooted"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = "Disabled"
  root_access            = "Enabled"
  subnet_id              = "subnet-0a1b2c3d4e5f60718"
  kms_key_id             = aws_kms_key.lab.arn
}

# want: fail customer_key
# want: pass root
resource "aws_sagemaker_notebook_instance" "key_of_aws" {
  name                   = "key-of-aws"
  instance_type          = "ml.t3.medium"
  role_arn               = "arn:aws:iam::111122223333:role/sagemaker"
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  subnet_id              = "subnet-0a1b2c3d4e5f60718"
  kms_key_id             = "alias/aws/sagemaker"

  tags = { DataClass = "PHI" }
}

# want: fail isolation
resource "aws_sagemaker_model" "omitted" {
  name               = "omitted"
  execution_role_arn = "arn:aws:iam::111122223333:role/sagemaker"

  primary_container {
    image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
  }
}

# want: fail isolation
resource "aws_sagemaker_model" "open" {
  name                     = "open"
  execution_role_arn       = "arn:aws:iam::111122223333:role/sagemaker"
  enable_network_isolation = false

  primary_container {
    image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/triage:1"
  }
}

# want: fail customer_key
resource "aws_sagemaker_endpoint_configuration" "omitted" {
  name = "omitted"

  tags = { DataClass = "PHI" }

  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

# want: fail customer_key
resource "aws_sagemaker_endpoint_configuration" "key_of_aws" {
  name        = "key-of-aws"
  kms_key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/sagemaker"

  production_variants {
    model_name             = "triage"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
  }
}

