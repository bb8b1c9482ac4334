package evidence

import "time"

// zoneless is how JUnit writes a time: the schema of Ant allows no zone.
const zoneless = "2006-01-02T15:04:05"

// moment is a time of a document as Attached has it: in UTC, or without a zone where the
// document gives none; empty where it is no time.
func moment(text string) string {
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t.UTC().Format(time.RFC3339)
	}
	if t, err := time.Parse(zoneless, text); err == nil {
		return t.Format(zoneless)
	}
	return ""
}

// earlier and later compare two moments; what is empty tells nothing.
func earlier(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func later(a, b string) string { return max(a, b) }
