# want: unknown analysed
# want: not_applicable open
resource "github_repository" "records" {
  name = "records"
}
