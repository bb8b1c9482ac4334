# A trail with basic selectors for two buckets and all tables.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket" "scans" {
  bucket_prefix = "clinic-scans-"
  tags          = { DataClass = "PHI" }
}

resource "aws_dynamodb_table" "appointments" {
  name         = "appointments"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = { DataClass = "PHI" }

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudtrail" "basic" {
  name           = "basic"
  s3_bucket_name = "organisation-trail"

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.records.arn}/", "${aws_s3_bucket.scans.arn}/"]
    }

    data_resource {
      type   = "AWS::DynamoDB::Table"
      values = ["arn:aws:dynamodb"]
    }
  }
}

# A trail with advanced selectors, reads apart from writes.
resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  filename      = "intake.zip"
  handler       = "intake.handler"
  runtime       = "python3.13"
  tags          = { DataClass = "PHI" }
}

resource "aws_bedrockagent_knowledge_base" "guidance" {
  name     = "guidance"
  role_arn = "arn:aws:iam::111122223333:role/guidance"
  tags     = { DataClass = "PHI" }

  knowledge_base_configuration {
    type = "KENDRA"

    kendra_knowledge_base_configuration {
      kendra_index_arn = "arn:aws:kendra:us-east-1:111122223333:index/0123456789abcdef0"
    }
  }
}

resource "aws_cloudtrail" "advanced" {
  name           = "advanced"
  s3_bucket_name = "organisation-trail"

  dynamic "advanced_event_selector" {
    for_each = ["true", "false"]
    content {
      name = "functions, read only: ${advanced_event_selector.value}"

      field_selector {
        field  = "eventCategory"
        equals = ["Data"]
      }

      field_selector {
        field  = "resources.type"
        equals = ["AWS::Lambda::Function"]
      }

      field_selector {
        field  = "readOnly"
        equals = [advanced_event_selector.value]
      }

      field_selector {
        field  = "resources.ARN"
        equals = [aws_lambda_function.intake.arn]
      }
    }
  }

  advanced_event_selector {
    name = "knowledge bases and agents"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::Bedrock::KnowledgeBase"]
    }
  }
}

# want: not_applicable
resource "aws_s3_bucket" "website" {
  bucket = "clinic-website"
}

# The bucket for access logs, of which every log would be an event.
# want: not_applicable
resource "aws_s3_bucket" "access_logs" {
  bucket = "clinic-access-logs"
  tags   = { DataClass = "PHI" }
}

resource "aws_s3_bucket_logging" "records" {
  bucket        = aws_s3_bucket.records.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "records/"
}
