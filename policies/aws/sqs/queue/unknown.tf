variable "encrypt" {
  type = bool
}

variable "key" {
  type = string
}

variable "policy" {
  type = string
}

# want: unknown encrypted
resource "aws_sqs_queue" "encrypt" {
  name                    = "encrypt"
  sqs_managed_sse_enabled = var.encrypt
}

# want: unknown customer_key
resource "aws_sqs_queue" "key" {
  name              = "key"
  kms_master_key_id = var.key
  tags              = { DataClass = "PHI" }
}

# want: unknown private
# want: unknown actions
resource "aws_sqs_queue" "policy" {
  name = "policy"
}

resource "aws_sqs_queue_policy" "policy" {
  queue_url = aws_sqs_queue.policy.url
  policy    = var.policy
}
