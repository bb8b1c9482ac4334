resource "aws_s3_access_point" "exports" {
  bucket = aws_s3_bucket.phi-exports.id
  name   = "exports"
  public_access_block_configuration {
    block_public_policy = false
  }
}
