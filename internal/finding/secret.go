package finding

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Hidden stands in a report in the place of a value that must not be shown.
const Hidden = "(sensitive)"

// telling are parts of names, in lower case and without separators, that what is secret has. The AWS provider's own list
// of sensitive attributes (its schema, version 6.47) is covered by them as far as names tell.
var telling = []string{
	"passw", "passphrase", "passcode", "pwd", "secret", "token", "privatekey", "apikey", "accesskey", "authkey",
	"presharedkey", "keymaterial", "hostkey", "customerkey", "plaintext", "userdata", "credential", "connectionstring",
	"connectionproperties", "authorizationcode", "servicejson", "certificatewallet", "environmentvariables",
}

// openly are names that hold a telling part and no secret: http_tokens is required or optional.
var openly = []string{"httptokens"}

// tellingWords are whole words that tell, but not as parts of others.
var tellingWords = []string{"pass", "dbpass", "psk"}

// Secret tells whether a name, of an attribute, a key or a tag, sounds like that of
// something secret. It errs on the side of secrecy.
func Secret(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	joined := strings.Join(words, "")
	for _, o := range openly {
		joined = strings.ReplaceAll(joined, o, "")
	}
	return slices.ContainsFunc(telling, func(part string) bool { return strings.Contains(joined, part) }) ||
		slices.ContainsFunc(words, func(word string) bool { return slices.Contains(tellingWords, word) })
}

var (
	userInfo = regexp.MustCompile(`://[^/\s"@]+@`)
	// keyID is the form of an AWS access key, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html.
	keyID = regexp.MustCompile(`\b(AKIA|ASIA)[0-9A-Z]{16}\b`)
	// number is the form of a US social security number.
	number = regexp.MustCompile(`\b[0-9]{3}-[0-9]{2}-[0-9]{4}\b`)
)

// Masked is text without what its form alone gives away: credentials in URLs, AWS access
// keys, private keys and social security numbers.
func Masked(text string) string {
	return replaced(text, "***", "***-**-****", func(_, hidden string) string { return hidden })
}

// Masker masks as Masked does, and numbers what it masks: one thing has one number, so that
// names which differ still differ.
type Masker struct{ numbers map[string]int }

// Mask is text without what its form gives away.
func (m *Masker) Mask(text string) string {
	return replaced(text, "masked", "masked", func(match, hidden string) string {
		if m.numbers == nil {
			m.numbers = map[string]int{}
		}
		n, ok := m.numbers[match]
		if !ok {
			n = len(m.numbers) + 1
			m.numbers[match] = n
		}
		return hidden + strconv.Itoa(n)
	})
}

func replaced(text, key, person string, hide func(match, hidden string) string) string {
	if at := strings.Index(text, "-----BEGIN "); at >= 0 && strings.Contains(text[at:], "PRIVATE KEY") {
		text = text[:at] + Hidden
	}
	if strings.Contains(text, "://") {
		text = userInfo.ReplaceAllString(text, "://***@")
	}
	if strings.Contains(text, "AKIA") || strings.Contains(text, "ASIA") {
		text = keyID.ReplaceAllStringFunc(text, func(match string) string { return hide(match, key) })
	}
	if strings.Count(text, "-") >= 2 {
		text = number.ReplaceAllStringFunc(text, func(match string) string { return hide(match, person) })
	}
	return text
}
