resource "aws_accessanalyzer_analyzer" "unused" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
}

# ACCOUNT, if nothing is said.
resource "aws_accessanalyzer_analyzer" "outside" {
  analyzer_name = "outside"
}
