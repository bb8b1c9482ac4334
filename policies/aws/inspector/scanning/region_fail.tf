# whole-account
resource "aws_inspector2_enabler" "this" {
  account_ids    = ["111122223333"]
  resource_types = ["ECR"]
}

resource "aws_instance" "intake" {
  count = 2

  ami           = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.small"
}

resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.us-east-1.amazonaws.com/intake:1"
}
