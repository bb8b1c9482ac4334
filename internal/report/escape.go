package report

// MarkdownText is a text of one line that Markdown shows as it is, whatever it holds.
func MarkdownText(s string) string { return mdText(s) }

// MarkdownCode is a text of one line as Markdown's code, whatever it holds.
func MarkdownCode(s string) string { return mdCode(s) }

// Inert is a cell that no spreadsheet takes for a formula.
func Inert(cell string) string { return inert(cell) }
