# The trails of this stack record management events, other buckets, reads alone, or nothing.
resource "aws_s3_bucket" "records" {
  bucket = "clinic-records"
  tags   = { DataClass = "PHI" }
}


# want: not_applicable
resource "aws_s3_bucket" "letters" {
  bucket = "clinic-letters"
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

resource "aws_lambda_function" "intake" {
  function_name = "intake"
  role          = "arn:aws:iam::111122223333:role/intake"
  filename      = "intake.zip"
  handler       = "intake.handler"
  runtime       = "python3.13"
  tags          = { DataClass = "PHI" }
}

resource "aws_bedrockagent_agent" "triage" {
  agent_name              = "triage"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/triage"
  foundation_model        = "anthropic.claude-3-5-sonnet-20241022-v2:0"
  tags                    = { DataClass = "PHI" }
}

resource "aws_cloudtrail" "management" {
  name           = "management"
  s3_bucket_name = "organisation-trail"
}

resource "aws_cloudtrail" "others" {
  name           = "others"
  s3_bucket_name = "organisation-trail"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.letters.arn}/", "${aws_s3_bucket.records.arn}/archive/"]
    }
  }
}

resource "aws_cloudtrail" "reads" {
  name           = "reads"
  s3_bucket_name = "organisation-trail"

  event_selector {
    read_write_type = "ReadOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }

    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
    }
  }
}

resource "aws_cloudtrail" "some" {
  name           = "some"
  s3_bucket_name = "organisation-trail"

  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field     = "resources.ARN"
      ends_with = [".pdf"]
    }
  }
}

resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = "organisation-trail"
  enable_logging = false

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
