resource "aws_lambda_function" "records" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  tags          = { DataClass = "PHI" }
}

resource "aws_lambda_function" "nowhere" {
  function_name = "nowhere"
  role          = "arn:aws:iam::111122223333:role/nowhere"
  tags          = { DataClass = "PHI" }

  vpc_config {
    subnet_ids         = []
    security_group_ids = []
  }
}
