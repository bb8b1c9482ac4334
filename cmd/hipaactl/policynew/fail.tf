# Every resource here fails; a comment "# want: pass" above one says otherwise.
resource "{{.Type}}" "nobody" {
  tags = { Name = "reports" }
}

resource "{{.Type}}" "empty" {
  tags = { Owner = "" }
}
