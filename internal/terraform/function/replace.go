package function

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// nameRunes are the characters of the identities in plainTypes and of the ARNs
// made of them: small letters, digits, and these. Upper case and underscores occur in none.
const nameRunes = ".-:/"

// plainTypes are the types whose identities hold nameRunes alone.
// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
// and, for accounts, regions and partitions,
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
var plainTypes = map[string]bool{"aws_s3_bucket": true, "account": true, "region": true, "partition": true}

// replacesAround tells that replace(text, part, by) finds the same places whatever
// apply puts for the placeholders in text: modules write _BUCKET_ARN_ into a policy
// and replace it later. That holds where part can neither begin inside such an
// identity nor run into one.
func replacesAround(args []cty.Value) bool {
	if _, regex := slashed(textOf(args[1])); regex || !isText(args[0]) || !isText(args[1]) {
		return false
	}
	text, part := textOf(args[0]), textOf(args[1])
	if part == "" || resource.HasPlaceholder(part) || mayBeName(part[0]) {
		return false
	}
	_, marks := args[0].Unmark()
	found := resource.MarksOf(marks)
	if len(found.Maybes)+len(found.Open) > 0 {
		return false
	}
	for _, ref := range found.Refs {
		if !ref.Opaque() || !strings.Contains(text, ref.Placeholder()) {
			continue
		}
		if !plainTypes[ref.Address.Type] || ref.Attr == "caller_arn" || ref.Attr == "caller_id" {
			return false
		}
		text = strings.ReplaceAll(text, ref.Placeholder(), "\x00")
	}
	if resource.HasPlaceholder(text) {
		return false
	}
	segments := strings.Split(text, "\x00")
	for _, before := range segments[:len(segments)-1] {
		for n := 1; n < len(part); n++ {
			if strings.HasSuffix(before, part[:n]) {
				return false
			}
		}
	}
	return true
}

// isText tells whether v is a known string.
func isText(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsKnown() && !v.IsNull() && v.Type() == cty.String
}

func mayBeName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || strings.IndexByte(nameRunes, c) >= 0
}
