package function

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// tellsApart tells that distinct(list) gives the same list whatever apply puts for
// the placeholders in it: no two members that differ now can become equal. Members
// are whole identities or known texts. ARNs of different resources of one type differ,
// an ARN differs from an account id, and a text that has the form of neither differs
// from both.
func tellsApart(args []cty.Value) bool {
	list, marks := args[0].Unmark()
	around := resource.MarksOf(marks)
	if len(around.Maybes)+len(around.Open) > 0 || !list.IsKnown() || list.IsNull() || !list.CanIterateElements() {
		return false
	}
	forms := map[string]bool{}
	for it := list.ElementIterator(); it.Next(); {
		_, member := it.Element()
		form, ok := formOf(member)
		if !ok {
			return false
		}
		forms[form] = true
	}
	arns := 0
	for form := range forms {
		if strings.HasPrefix(form, "arn") {
			arns++
		}
	}
	return arns <= 1 && !(forms["account"] && forms["account text"])
}

// formOf says what a member of a list can be equal to: an ARN of a type, the
// account, texts of the same form as these, or other texts.
func formOf(v cty.Value) (form string, ok bool) {
	if !isText(v) {
		return "", false
	}
	_, marks := v.Unmark()
	found := resource.MarksOf(marks)
	text := textOf(v)
	if len(found.Maybes) > 0 {
		return "", false
	}
	for _, ref := range found.Refs {
		if text != ref.Placeholder() {
			continue
		}
		switch {
		case ref.Attr == "arn" && !ref.Address.Data:
			return "arn " + ref.Address.Type, true
		case ref.Address.Type == "account" && ref.Attr == "id":
			return "account", true
		}
		return "", false
	}
	switch {
	case resource.HasPlaceholder(text):
		return "", false
	case strings.HasPrefix(text, "arn:"):
		return "arn text", true
	case len(text) == accountDigits && strings.Trim(text, "0123456789") == "":
		return "account text", true
	}
	return "text", true
}

// accountDigits is the length of an AWS account id.
// Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
const accountDigits = 12
