package provider

import "testing"

// TestDocumented shows how defaults read in the pages of rules.
func TestDocumented(t *testing.T) {
	for _, c := range []struct{ typ, path, text string }{
		{"aws_db_instance", "publicly_accessible", "false"},
		{"aws_cloudtrail", "event_selector.read_write_type", `"All"`},
		{"aws_cloudtrail", "no_such_thing", ""},
		{"aws_nothing", "enabled", ""},
	} {
		if text, link := Documented(c.typ, c.path); text != c.text || (text != "") != (link != "") {
			t.Errorf("%s.%s: %q, %q, want %q", c.typ, c.path, text, link, c.text)
		}
	}
	for _, e := range entries {
		if _, link := Documented(e.typ, e.path); link == "" {
			t.Errorf("%s.%s has no page", e.typ, e.path)
		}
	}
}
