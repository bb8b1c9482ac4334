package resource

import "strings"

// ARN is what an ARN of a type says.
type ARN struct {
	// Naming is the part that names the resource, Rest what follows that: empty, or a path
	// from its separator on.
	Naming, Rest string
	// Region and Account are as they are written; either may be a token, or empty.
	Region, Account string
}

// ParseARN takes a text apart that has the form of a type's ARN (Identity.ARN). Partition,
// region and account are not compared, since each may be unseen.
func ParseARN(pattern, text string) (ARN, bool) {
	var out ARN
	if pattern == "" || !strings.HasPrefix(text, "arn:") {
		return ARN{}, false
	}
	for pattern != "" {
		before, tail, variable := strings.Cut(pattern, "{")
		var ok bool
		if text, ok = strings.CutPrefix(text, before); !ok {
			return ARN{}, false
		}
		if !variable {
			break
		}
		attr, after, _ := strings.Cut(tail, "}")
		value := text
		if end := strings.IndexAny(text, ":/*?"); end >= 0 {
			value = text[:end]
		}
		text = text[len(value):]
		switch attr {
		case "partition":
		case "region":
			out.Region = value
		case "account":
			out.Account = value
		default:
			out.Naming = value
		}
		pattern = after
	}
	out.Rest = text
	return out, out.Naming != "" && (text == "" || strings.ContainsRune("/:*?", rune(text[0])))
}
