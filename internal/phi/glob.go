package phi

import "strings"

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
