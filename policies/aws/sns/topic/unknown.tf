variable "key" {
  type = string
}

variable "policy" {
  type = string
}

variable "protocol" {
  type = string
}

# want: unknown encrypted
# want: unknown customer_key
resource "aws_sns_topic" "key" {
  name              = "key"
  kms_master_key_id = var.key
  tags              = { DataClass = "PHI" }
}

# want: unknown private
resource "aws_sns_topic" "policy" {
  name              = "policy"
  kms_master_key_id = "alias/clinic-events"
  policy            = var.policy
}

# want: unknown transport
resource "aws_sns_topic" "protocol" {
  name              = "protocol"
  kms_master_key_id = "alias/clinic-events"
}

resource "aws_sns_topic_subscription" "protocol" {
  topic_arn = aws_sns_topic.protocol.arn
  protocol  = var.protocol
  endpoint  = "duty"
}
