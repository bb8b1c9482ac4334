package detect

import (
	"strings"
)

// ownRules are credentials that gitleaks has no rule for.
func ownRules() []rule {
	return []rule{{
		ID:       "url-password",
		Regex:    `(?i)\b[a-z][a-z0-9+.-]{1,24}://[^\s:@/'"<>\x60\\]{0,64}:([^\s@/'"<>\x60\\]{3,128})@[\w.$\{-]`,
		Keywords: []string{"://"},
		near:     userinfoEnd,
	}, {
		// the tokens that GitHub gave out before they had a prefix
		ID:       "url-token",
		Regex:    `\bhttps?://([0-9a-f]{40})@[\w.-]`,
		Keywords: []string{"://"},
		near:     userEnd,
	}}
}

// userinfoEnd tells where the user and password of a URL end whose scheme ends at
// end, 0 where it has none.
func userinfoEnd(text []byte, end int) int {
	colon := false
	for i := end; i < len(text) && i < end+200; i++ {
		switch b := text[i]; {
		case b == ':':
			colon = true
		case b == '@' && colon:
			return min(i+2, len(text))
		case b <= ' ' || strings.IndexByte("/'\"<>@`\\", b) >= 0:
			return 0
		}
	}
	return 0
}

// userEnd tells where the user of a URL ends whose scheme ends at end, 0 where it is not
// as long as a token.
func userEnd(text []byte, end int) int {
	const token = 40
	if at := end + token; at+1 < len(text) && text[at] == '@' {
		return at + 2
	}
	return 0
}

// uncertain are the rules whose matches are secrets more often than not, and no
// more: they know a name or a length, not the shape of one issuer.
var uncertain = []string{"generic-api-key", "curl-auth-", "kubernetes-secret-yaml", "sourcegraph-access-token", "nuget-config-password", "hashicorp-tf-password", "url-password", "jwt", "pkcs12-file"}

// judge says how sure a match of a rule is. What documentation and templates put
// in place of a credential is low.
func judge(r *rule, secret string) (Confidence, string) {
	if madeUp(secret) {
		return Low, r.why + ", but reads as a placeholder"
	}
	for _, id := range uncertain {
		if strings.HasPrefix(r.ID, id) {
			return Medium, r.why
		}
	}
	return High, r.why
}

// local tells whether a match is a URL that opens nothing of anybody else's.
func (r *rule) local(c *credentialScan, whole span) bool {
	return r.near != nil && localURL().MatchString(c.around(whole))
}

// localURL is a URL with a password to a host that only this machine reaches, or
// whose password is its user: the defaults of containers for development.
var localURL = lazily(`(?i)@(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|host\.docker\.internal|(?:[\w-]+\.)*example(?:\.(?:com|org|net))?|(?:db|postgres|mysql|redis|mongo|mongodb|rabbitmq|database|host|hostname|server))(?:[:/'"\s?,\x60]|$)`)

var (
	// stands is what documentation writes where a secret goes.
	stands = lazily(`(?i)example|change[-_]?(?:me|it|this)|place-?holder|redacted|dummy|sample|replace|not-?a-?real|fake|insert|secret-?here|your[-_]?|my[-_]?(?:pass|secret|token|key)|todo|fixme|x{4,}|\*{3,}|\.{3}|^<.*>$|test[-_]?(?:pass|secret|token|key)|^(?:pass(?:word|wd)?|pwd|secret|token|user(?:name)?|admin|root|guest|test|foo|bar|none|null|changeit|postgres|mysql|redis)\d{0,3}$`)
	// filledIn is what a template or a shell puts a value into.
	filledIn = lazily(`\$\{|\$\(|\{\{|<%|%\(|^\$[A-Za-z_]\w*$|^%\w+%$|^#\{|^\{\w*\}$|^%[sdvq]$|^:\w+$`)
)

// madeUp tells what stands for a secret from a secret: placeholders, variables
// that are filled in, one character repeated, and runs such as 0123456789.
func madeUp(secret string) bool {
	return stands().MatchString(secret) || filledIn().MatchString(secret) || monotone(secret)
}

// monotone tells whether most steps from one byte to the next are 0, or most are 1.
func monotone(s string) bool {
	if len(s) < 4 {
		return false
	}
	same, up := 0, 0
	for i := 1; i < len(s); i++ {
		switch s[i] - s[i-1] {
		case 0:
			same++
		case 1:
			up++
		}
	}
	return same*4 >= (len(s)-1)*3 || up*4 >= (len(s)-1)*3
}
