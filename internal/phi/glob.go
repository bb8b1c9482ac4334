package phi

import "strings"

// glob tells whether text has the form of pattern, in which * stands for any text, also
// for none. Every other character is itself: addresses hold brackets and dots.
func glob(pattern, text string) bool {
	first, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, first)
	if !ok {
		return false
	}
	for {
		part, after, more := strings.Cut(rest, "*")
		if !more {
			return strings.HasSuffix(text, part)
		}
		_, text, ok = strings.Cut(text, part)
		if !ok {
			return false
		}
		rest = after
	}
}

// foldGlob folds a key as fold does and keeps its stars.
func foldGlob(key string) string {
	parts := strings.Split(key, "*")
	for i, part := range parts {
		parts[i] = fold(part)
	}
	folded := strings.Join(parts, "*")
	if strings.Trim(folded, "*") == "" && !onlyStars(key) {
		return ""
	}
	return folded
}
