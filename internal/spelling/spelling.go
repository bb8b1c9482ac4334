// Package spelling guesses which name was meant by one that is none, for the messages of
// commands and of what reads files.
package spelling

import "strings"

// Nearest is the candidate most like name, empty where none is.
func Nearest(name string, candidates []string) string {
	best, least := "", min(max(len(name)/3, 2)+1, len(name))
	for _, c := range candidates {
		if d := distance(strings.ToLower(name), strings.ToLower(c)); d < least {
			best, least = c, d
		}
	}
	return best
}

// Meant is " (did you mean X?)", or nothing.
func Meant(name string, candidates []string) string {
	if near := Nearest(name, candidates); near != "" {
		return " (did you mean " + near + "?)"
	}
	return ""
}

// distance is the number of inserted, deleted and replaced bytes between a and b
// (Levenshtein), where swapping neighbours costs two.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
