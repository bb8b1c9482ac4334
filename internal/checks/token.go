package checks

import (
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// text is a string as a policy sees it: placeholders are tokens, and the judged
// resource's own identities are `ref:self.ATTR` however they are spelled.
func (p *projection) text(s string, in inherited) string {
	if t, ok := p.selfARN(s, in.refs); ok {
		return p.tokens(t, in.refs)
	}
	if attr := p.selfName(s, in); attr != "" {
		return "ref:self." + attr
	}
	return p.ownAccount(p.tokens(s, in.refs), in.document)
}

// ownAccount writes the judged resource's own account, where it was read live, as code that
// refers to it is written: alone, and in the ARNs of documents. Other ARNs stay as they
// are: which key or role they name is what is shown.
func (p *projection) ownAccount(s string, document bool) string {
	account := p.judged.Scope.Account
	if p.judged.Source != resource.Live || account == "" || len(s) < len(account) {
		return s
	}
	if s == account {
		return accountToken
	}
	if document && strings.HasPrefix(s, "arn:") {
		if parts := strings.SplitN(s, ":", arnParts); len(parts) == arnParts && parts[arnAccount] == account {
			parts[arnAccount] = accountToken
			return strings.Join(parts, ":")
		}
	}
	return s
}

// accountToken is what a reference to aws_caller_identity's account_id reads as.
const accountToken = "ref:account.id"

// An ARN is arn:partition:service:region:account:resource.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
const (
	arnParts   = 6
	arnRegion  = 3
	arnAccount = 4
)

// tokens replaces the placeholders that the value's own references account for.
func (p *projection) tokens(s string, refs []resource.Ref) string {
	if !resource.HasPlaceholder(s) {
		return s
	}
	for _, ref := range refs {
		if ref.Opaque() {
			s = strings.ReplaceAll(s, ref.Placeholder(), p.token(ref))
		}
	}
	return s
}

func (p *projection) token(ref resource.Ref) string {
	if p.isSelf(ref) {
		return "ref:self." + p.judged.canonical(ref.Attr)
	}
	return ref.Token(resource.Address{})
}

// isSelf tells whether a reference in the owner's values names the judged
// resource. Addresses are those of one root.
func (p *projection) isSelf(ref resource.Ref) bool {
	return p.judged.Root == p.owner.Root && p.judged.is(ref.Address) && p.judged.ident.Names(ref.Attr)
}

// selfName is the identity attribute that a whole string spells. A bare name is
// taken for one only where names stand: in a link position, in a document, or
// where it came from the judged resource by reference.
func (p *projection) selfName(s string, in inherited) string {
	attr := p.judged.named(s)
	if attr == "" {
		return ""
	}
	if in.document || attr == "arn" || p.links[p.path[p.base:].names()] {
		return attr
	}
	for _, ref := range in.refs {
		if ref.Literal == s && p.isSelf(ref) {
			return attr
		}
	}
	return ""
}

// selfARN rewrites the judged resource's ARN, whole or followed by a path.
func (p *projection) selfARN(s string, refs []resource.Ref) (string, bool) {
	if !strings.HasPrefix(s, "arn:") {
		return "", false
	}
	if p.judged.ARN != "" {
		if rest, ok := strings.CutPrefix(s, p.judged.ARN); ok && (rest == "" || strings.ContainsRune("/:*?", rune(rest[0]))) {
			return "ref:self.arn" + rest, true
		}
	}
	arn, ok := resource.ParseARN(p.judged.ident.ARN, s)
	if !ok {
		return "", false
	}
	if p.judged.named(arn.Naming) != "" {
		return "ref:self.arn" + arn.Rest, true
	}
	for _, ref := range refs {
		if ref.Opaque() && arn.Naming == ref.Placeholder() && p.isSelf(ref) {
			return "ref:self.arn" + arn.Rest, true
		}
	}
	return "", false
}

// steps is the path in the form that resource.Locator takes; it ends before `[*]`.
func (p Path) steps() []any {
	out := make([]any, 0, len(p))
	for _, s := range p {
		switch {
		case s.Name != "":
			out = append(out, s.Name)
		case s.Index == Every:
			return out
		default:
			out = append(out, s.Index)
		}
	}
	return out
}
