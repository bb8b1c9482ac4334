package resource

import "testing"

func TestGlob(t *testing.T) {
	for _, tt := range []struct {
		pattern, text string
		want          bool
	}{
		{"a", "a", true},
		{"a", "ab", false},
		{"a*", "ab", true},
		{"*b", "ab", true},
		{"*", "", true},
		{"x*y*z", "xyz", true},
		{"x*y*z", "xaybz", true},
		{"x*y*z", "xzy", false},
		{"a*a*a", "aa", false},
		{"*a*a*", "a", false},
		{"a**b", "ab", true},
		{"a[0]", "a[0]", true},
		{"a[*]", "a[0]", true},
		{"a[*]", "a", false},
		{"b*", "ab", false},
		{"*a*", "xay", true},
		{"a*b*c", "a1b2c", true},
		{"a*b*c", "acb", false},
		{"a*a", "a", false},
		{"a*a", "aa", true},
		{"", "", true},
		{"", "a", false},
		{"**", "a", true},
		{`x["*"]`, `x["a.b"]`, true},
		{"a.b", "aXb", false},
		{"a?", "ab", false},
		{"ab*b", "ab", false},
		{"*ab*ab", "ab", false},
	} {
		if got := Glob(tt.pattern, tt.text); got != tt.want {
			t.Errorf("Glob(%q, %q) = %v", tt.pattern, tt.text, got)
		}
	}
}
