package phi

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// holdsPHI tells whether one of the words of s is phi or ePHI, and not "non-phi". Words
// are runs of letters and digits. What stands for an unseen identity belongs to the word
// beside it: "phi" followed by unseen text need not be a word.
func holdsPHI(s string) bool {
	previous := ""
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), separates) {
		if (word == "phi" || word == "ephi") && !slices.Contains([]string{"no", "non", "not", "without"}, previous) {
			return true
		}
		previous = word
	}
	return false
}

func separates(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Co, r)
}

// fold makes tag keys comparable: DataClass, data-class and data_class are one key.
func fold(key string) string {
	return strings.Map(func(r rune) rune {
		if separates(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, key)
}

func affirms(value string) bool {
	return slices.Contains([]string{"true", "yes", "1"}, strings.ToLower(value))
}

func denies(value string) bool {
	return slices.Contains([]string{"false", "no", "none", "0"}, strings.ToLower(value))
}

// distinct sorts causes and drops repetitions.
func distinct(causes []resource.Cause) []resource.Cause {
	slices.SortFunc(causes, resource.CompareCauses)
	return slices.Compact(causes)
}
