package resource

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseARN(t *testing.T) {
	const queue = "arn:{partition}:sqs:{region}:{account}:{name}"
	for text, want := range map[string]*ARN{
		"arn:aws:sqs:eu-west-1:111122223333:jobs":      {Naming: "jobs", Region: "eu-west-1", Account: "111122223333"},
		"arn:aws-cn:sqs:eu-west-1:111122223333:jobs/x": {Naming: "jobs", Rest: "/x", Region: "eu-west-1", Account: "111122223333"},
		"arn:aws:sqs:::jobs*":                          {Naming: "jobs", Rest: "*"},
		"arn:aws:sqs:eu-west-1:111122223333:":          nil,
		"arn:aws:sns:eu-west-1:111122223333:jobs":      nil,
		"jobs": nil,
	} {
		got, ok := ParseARN(queue, text)
		if ok != (want != nil) {
			t.Errorf("%s: %v, %+v", text, ok, got)
		} else if d := cmp.Diff(want, &got); ok && d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
	if _, ok := ParseARN("", "arn:aws:s3:::b"); ok {
		t.Error("a type without ARNs has one")
	}
}
