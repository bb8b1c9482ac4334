package planjson_test

import (
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/terraform/planjson"
)

// TestKeys: what is filled in by AWS is no choice, and the ARN of a key tells nothing of it.
func TestKeys(t *testing.T) {
	const arn = "arn:aws:kms:us-east-1:111122223333:key/1234abcd"
	of := func(fields, expressions, found string) string {
		return `{"format_version":"1.2","planned_values":{"root_module":{"resources":[{` + volume + `,"values":{"kms_key_id":"` + arn + `"}}` + fields + `]}},
			"prior_state":{"values":{"root_module":{"child_modules":[{"address":"module.m","resources":[` + found + `]}]}}},
			"configuration":{"root_module":{"resources":[{` + volume + `,"expressions":{` + expressions + `}}]}}}`
	}
	const alias = `{"address":"module.m.data.aws_kms_alias.a","mode":"data","type":"aws_kms_alias","name":"a","values":{"name":"alias/aws/ebs","target_key_arn":"` + arn + `"}}`
	const own = `,{"address":"aws_kms_key.k","mode":"managed","type":"aws_kms_key","name":"k","values":{"arn":"` + arn + `"}}`
	for name, tt := range map[string]struct{ in, want string }{
		"filled in":               {of("", "", ""), "does not tell who chose the key"},
		"written":                 {of("", `"kms_key_id":{"references":["var.key"]}`, ""), arn},
		"filled in, of this plan": {of(own, "", ""), arn},
		"of AWS":                  {of("", `"kms_key_id":{"references":["var.key"]}`, alias), `"alias/aws/ebs"`},
		"another alias":           {of("", `"kms_key_id":{"references":["var.key"]}`, strings.Replace(alias, "alias/aws/ebs", "alias/disks", 1)), arn},
		"of a state":              {`{"format_version":"1.0","values":{"root_module":{"resources":[{` + volume + `,"values":{"kms_key_id":"` + arn + `"}}]}}}`, arn},
	} {
		set, err := planjson.Read([]byte(tt.in), planjson.Options{Name: "plan.json", Root: ".", Wanted: wanted})
		if err != nil {
			t.Fatal(err)
		}
		if got := dump(set); !strings.Contains(got, tt.want) {
			t.Errorf("%s: want %s in\n%s", name, tt.want, got)
		}
	}
}
