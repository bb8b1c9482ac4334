variable "type" {
  type = string
}

resource "aws_accessanalyzer_analyzer" "given" {
  analyzer_name = "given"
  type          = var.type
}
