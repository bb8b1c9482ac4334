resource "aws_subnet" "private" {
  count      = 2
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_lambda_function" "records" {
  function_name = "records"
  role          = "arn:aws:iam::111122223333:role/records"
  tags          = { DataClass = "PHI" }

  vpc_config {
    subnet_ids         = aws_subnet.private[*].id
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

# want: not_applicable
resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
  role          = "arn:aws:iam::111122223333:role/thumbnails"
}
