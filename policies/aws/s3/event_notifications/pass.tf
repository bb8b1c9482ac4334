resource "aws_s3_bucket" "records" {
  for_each = toset(["bridge", "topic", "queue", "function"])
  bucket   = "clinic-${each.key}"
  tags     = { DataClass = "PHI" }
}

resource "aws_s3_bucket_notification" "bridge" {
  bucket      = aws_s3_bucket.records["bridge"].id
  eventbridge = true
}

resource "aws_sns_topic" "objects" {
  name = "objects"
}

resource "aws_s3_bucket_notification" "topic" {
  bucket = aws_s3_bucket.records["topic"].id

  topic {
    topic_arn = aws_sns_topic.objects.arn
    events    = ["s3:ObjectRemoved:*"]
  }
}

resource "aws_s3_bucket_notification" "queue" {
  bucket = "clinic-queue"

  dynamic "queue" {
    for_each = ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"]

    content {
      queue_arn = "arn:aws:sqs:us-east-1:111122223333:objects"
      events    = [queue.value]
    }
  }
}

resource "aws_s3_bucket_notification" "function" {
  bucket = aws_s3_bucket.records["function"].bucket

  lambda_function {
    lambda_function_arn = "arn:aws:lambda:us-east-1:111122223333:function:objects"
    events              = ["s3:ObjectCreated:*"]
  }
}

# want: not_applicable
resource "aws_s3_bucket" "site" {
  bucket = "clinic-site"
}
