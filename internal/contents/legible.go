package contents

import (
	"slices"
	"strings"
	"unicode"

	"github.com/hipaactl/hipaactl/internal/detect"
	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Gap stands in a text for a part that is not known. To a detector it is a variable that is
// filled in.
const Gap = "${" + gap + "}"

// Private-use code points, other than those of references and holes: of what is not known, and of an identity.
const (
	gap      = "\uE002"
	identity = "\uE003"
)

// token is an identity in a legible text: a variable that is filled in, too.
const token = "${" + identity + "}"

var placeholder = pattern.Lazy("\uE000[0-9]+\uE001")

// legible is a text in which identities that only apply fills read as variables do.
type legible struct {
	text string
	// placeholders are those of the text in order, and refs what they name, nil where that is lost.
	placeholders []string
	refs         []*resource.Ref
	// lost tells that one of them names nothing that is known.
	lost bool
}

// newLegible takes out what nobody writes but we, unless it is ours.
func newLegible(text string, refs []resource.Ref, gaps bool) legible {
	text = strings.ReplaceAll(text, identity, "")
	if !gaps {
		text = strings.ReplaceAll(text, gap, "")
	}
	if !resource.HasPlaceholder(text) {
		return legible{text: text}
	}
	var l legible
	l.text = placeholder().ReplaceAllStringFunc(text, func(p string) string {
		l.placeholders = append(l.placeholders, p)
		var named *resource.Ref
		if i := slices.IndexFunc(refs, func(r resource.Ref) bool { return r.Opaque() && r.Placeholder() == p }); i >= 0 {
			named = &refs[i]
		} else {
			l.lost = true
		}
		l.refs = append(l.refs, named)
		return token
	})
	return l
}

// written puts the placeholders back.
func (l legible) written(text string) string {
	parts := strings.Split(text, token)
	if len(parts) != len(l.placeholders)+1 {
		return ""
	}
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(l.placeholders[i-1])
		}
		b.WriteString(part)
	}
	return b.String()
}

// reference tells a text that is nothing but a name of something else: "arn", "identity", or "".
func (l legible) reference() string {
	switch {
	case strings.HasPrefix(l.text, "arn:") && !strings.ContainsAny(l.text, " \n"):
		return "arn"
	case l.text == token && l.refs[0] != nil && slices.Contains([]string{"arn", "id", "name"}, l.refs[0].Attr):
		return "identity"
	}
	return ""
}

var (
	// secretAttr are attributes of resources that hold secrets which Terraform, or AWS, made.
	secretAttr = pattern.Lazy(`^(?:[a-z0-9_]*password(?:_v4)?|auth_token|private_key(?:_pem|_openssh|_pem_pkcs8)?|secret_string|secret_binary|client_secret|secret_access_key)$`)
	// namedBefore is the name that a value is assigned to, at the end of what stands in front of it.
	namedBefore = pattern.Lazy(`(?:([A-Za-z0-9_.-]{1,100})\\?["']?\]?[ \t]*(?:=>|:=|=|:)[ \t]*\\?["']?|\s--?([A-Za-z0-9_.-]{1,100})[ \t]+["']?)$`)
)

// secrets are the references to generated secrets in the text.
func (l legible) secrets(label string) []found {
	parts := strings.Split(l.text, token)
	for i, ref := range l.refs {
		if ref == nil {
			continue
		}
		front := parts[i]
		name := label
		if front != "" || i > 0 {
			name = ""
			if m := namedBefore().FindStringSubmatch(front[max(0, len(front)-200):]); m != nil {
				name = m[1] + m[2]
			}
		}
		if secret(*ref) || random(*ref) && detect.SecretName(name) {
			return []found{{"credential", "generated-secret", "high", "[generated-secret]"}}
		}
	}
	return nil
}

// secret tells whether a reference is to a secret, whatever it is used as.
func secret(ref resource.Ref) bool {
	switch ref.Address.Type {
	case "random_password":
		return ref.Attr == "result"
	case "aws_iam_access_key":
		return ref.Attr == "secret" || secretAttr().MatchString(ref.Attr)
	}
	return secretAttr().MatchString(ref.Attr)
}

// random tells whether a reference is to something that nobody guesses, and that may be a secret.
func random(ref resource.Ref) bool {
	switch ref.Address.Type {
	case "random_string", "random_uuid":
		return ref.Attr == "result"
	}
	return ref.Address.Type == "random_id"
}

// hollow tells whether a value has a part that only stands for one.
func hollow(value string) bool {
	return strings.Contains(value, gap) || strings.Contains(value, identity)
}

// without is the text with all letters and digits of the matches masked.
func without(text string, matches []detect.Match) string {
	var b strings.Builder
	at := 0
	for _, m := range matches {
		if m.Start < at || m.End > len(text) {
			m.Start = min(max(m.Start, at), len(text))
			m.End = min(max(m.End, m.Start), len(text))
		}
		b.WriteString(text[at:m.Start])
		for _, r := range text[m.Start:m.End] {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				r = '*'
			}
			b.WriteRune(r)
		}
		at = m.End
	}
	b.WriteString(text[at:])
	return b.String()
}
