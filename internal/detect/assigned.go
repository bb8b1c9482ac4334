package detect

import (
	"regexp"
	"strings"
	"sync"
)

// Names and commands that say of what follows them that it is a secret. Files are
// left alone by these: code assigns what is no password, and a value of
// configuration hardly ever does.
const (
	// suffixed may follow the word that tells: DB_PASSWORD_PROD.
	suffixed = `(?:[_-]?(?:[0-9]+|current|default|dev|live|new|old|plain|prev|previous|primary|prod|production|secondary|stage|staging|test|value))?`
	// A strong name is that of a password, whatever its value; a weak one may as
	// well be that of something which only names a secret.
	strongName = `(?:passw(?:or)?d|passphrase|[a-z0-9][_.-](?:pass|pwd|psk))` + suffixed
	weakName   = `(?:secret|token|credentials?|(?:api|access|account|auth|encryption|private|secret|signing)[_-]?key|connection[_-]?string)` + suffixed

	tellingName = `(?i:([A-Za-z0-9_.-]{0,100}(?:` + strongName + `|` + weakName + `|\b(?:pass|pwd|psk))))`
	bareValue   = `([^\s"'\x60$;,(){}\[\]<>=][^\s"'\x60;,(){}\[\]<>]{0,500})(?:[\s;&|"']|$)`
)

// assigning are the forms of assignments, with the name and the value, which may
// stand in one of two groups: name="value", 'name' => 'value', --name value.
type assigning struct {
	form    func() *regexp.Regexp
	numeric bool // a word alone is a variable of a program, or prose: the value holds a digit
	option  bool // what begins with a hyphen is the next option
}

var (
	assignments = []assigning{
		{form: lazily(tellingName + `\\?["']?\]?[ \t]*(?:=>|:=|=|:)[ \t]*\\?(?:"([^"\s\\]{1,500})\\?"|'([^'\s\\]{1,500})\\?')`)},
		{form: lazily(tellingName + `[=:]` + bareValue)},
		{form: lazily(tellingName + `(?:[ \t]+[=:][ \t]*|[=:][ \t]+)` + bareValue), numeric: true},
		{form: lazily(`\s--?` + tellingName + `[ \t]+["']?` + bareValue), option: true},
	}
	// handed are commands that take a password as an argument.
	handed = []func() *regexp.Regexp{
		lazily(`\bcurl\b[^\n|;]{0,500}\s(?:-u|--user)[ =]?["']?[A-Za-z0-9._@-]+:([^\s"']+)`),
		lazily(`\becho\s+["']?[a-z_][a-z0-9_-]*:([^\s"']+)["']?\s*\|\s*(?:sudo\s+)?chpasswd\b`),
		lazily(`(?i)\bConvertTo-SecureString\s+(?:-String\s+)?["']([^"'\s]+)["']\s+-AsPlainText\b`),
		lazily(`\bsshpass\s+-p\s*["']?([^\s"']+)`),
	}
	isStrong = lazily(`(?i)(?:` + strongName + `|^(?:pass|pwd|psk))$`)
	isWeak   = lazily(`(?i)` + weakName + `$`)

	// refers is a value that says where something is: a variable, a path, a URL, an ARN,
	// an expression of a program.
	refers = lazily(`(?i)^(?:[$<%&@~\x60]|\.{0,2}/|arn:|[a-z][a-z0-9+.-]*://|(?:ssm|vault|secretsmanager|sm|op|file|env|base64):|!|(?:os|process|env|config|self|settings|var|local|data|params)[.\[(])`)
	// gaps are filled in later, and switches are no secrets.
	gaps     = lazily(`\$\{|\$\(|\{\{`)
	switched = lazily(`(?i)^(?:true|false|yes|no|on|off|[01]|null|nil|none|undefined|enabled|disabled|required|optional)$`)
	filler   = lazily(`(?i)^[*x.#_-]+$|^(?:your|insert|enter)[_ -]|placeholder|redacted|^todo$`)
	// wordy is a value of words put together, as names are.
	wordy = lazily(`^[A-Za-z]+[0-9]{0,2}(?:[-_./: ]+[A-Za-z]*[0-9]{0,4})+$`)

	// telling is part of every name and command above; a text without it is not looked at.
	telling = sync.OnceValue(func() *automaton {
		return newAutomaton(strings.Fields("pass pwd psk secret token credential key connection curl securestring"))
	})
)

// assigned finds assignments of passwords and keys in a value of configuration.
func assigned(text []byte) []found {
	if !telling().holdsAny(string(text)) {
		return nil
	}
	var all []found
	for _, a := range assignments {
		for _, at := range a.form().FindAllSubmatchIndex(text, MostOfAKind) {
			value := span{at[4], at[5]}
			if value.start < 0 {
				value = span{at[6], at[7]}
			}
			s := string(text[value.start:value.end])
			if a.numeric && !strings.ContainsAny(s, "0123456789") || a.option && strings.HasPrefix(s, "-") {
				continue
			}
			all = append(all, named(string(text[at[2]:at[3]]), s, value)...)
		}
	}
	for _, form := range handed {
		for _, at := range form().FindAllSubmatchIndex(text, MostOfAKind) {
			if s := string(text[at[2]:at[3]]); literal(s) {
				all = append(all, takenFor("password-argument", "an argument of a command that takes a password there", s, span{at[2], at[3]}))
			}
		}
	}
	return all
}

// named judges a value by the name that it has; nil where that does not tell.
func named(name, value string, at span) []found {
	switch {
	case !literal(value):
	case isStrong().MatchString(name):
		return []found{takenFor("password-assignment", "assigned to the name of a password", value, at)}
	case isWeak().MatchString(name) && len(value) >= 8 && !wordy().MatchString(value):
		return []found{takenFor("secret-assignment", "assigned to the name of a key or token, and no word", value, at)}
	}
	return nil
}

func takenFor(kind, why, value string, at span) found {
	c := Medium
	if madeUp(value) {
		c, why = Low, why+", but reads as a placeholder"
	}
	return found{Match: Match{Class: Credential, Kind: kind, Confidence: c, Start: at.start, End: at.end, Masked: "[" + kind + "]", Why: why}}
}

// literal tells a value that stands there itself from a reference, a path, a
// switch and a gap to fill in.
func literal(value string) bool {
	return value != "" && !refers().MatchString(value) && !gaps().MatchString(value) && !switched().MatchString(value) && !filler().MatchString(value)
}

// SecretName tells whether a name is that of a password, a key or a token: what
// Value takes for one beside a value.
func SecretName(name string) bool { return isStrong().MatchString(name) || isWeak().MatchString(name) }

// Value finds what a value of configuration holds: user data, a variable of an
// environment, a parameter. The name is the variable's and may be empty; it labels the
// value as it would in a file. Beside what Scan finds it takes assignments for
// passwords that Scan leaves alone. Places count from the beginning of the value.
func (d *Detector) Value(name, value string) []Match {
	front := ""
	if name != "" {
		front = name + "="
	}
	text := []byte(front + value)
	all := assigned([]byte(value))
	for i := range all {
		all[i].Start, all[i].End = all[i].Start+len(front), all[i].End+len(front)
	}
	if name != "" {
		all = append(all, named(name, value, span{len(front), len(text)})...)
	}
	matches := matchesOf(settle(text, append(all, d.raw("", text, MostOfAKind)...)))
	for i := range matches {
		m := &matches[i]
		m.Start, m.End = max(0, m.Start-len(front)), max(0, m.End-len(front))
		if m.Line == 1 {
			m.Column = max(1, m.Column-len(front))
		}
	}
	return matches
}
