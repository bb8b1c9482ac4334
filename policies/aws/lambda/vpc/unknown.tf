variable "subnet_ids" {
  type = list(string)
}

resource "aws_lambda_function" "records" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  tags          = { DataClass = "PHI" }

  vpc_config {
    subnet_ids         = var.subnet_ids
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}
