# want: pass analysed
# want: not_applicable open
resource "github_repository" "records" {
  name = "records"
}

resource "github_repository_file" "codeql" {
  repository = github_repository.records.name
  file       = ".github/workflows/codeql.yml"
  content    = <<-EOT
    on: push
    jobs:
      analyze:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v5
          - uses: github/codeql-action/init@v4
          - uses: github/codeql-action/analyze@v4
  EOT
}

# want: not_applicable analysed
# want: not_applicable open
resource "github_repository" "old" {
  name     = "old"
  archived = true
}
