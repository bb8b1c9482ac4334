package phi

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestUserMarkers(t *testing.T) {
	bucketOf := func(name, block string, pairs ...string) *resource.Resource {
		return &resource.Resource{
			Root: "envs/prod", Address: resource.Address{Module: "module.data", Type: "aws_s3_bucket", Name: block, Key: `["claims"]`},
			Values: cty.ObjectVal(object{"bucket": cty.StringVal(name), "tags_all": tags(pairs...)}),
		}
	}
	const none = ""
	for name, tt := range map[string]struct {
		resource *resource.Resource
		markers  Markers
		want     resource.PHIMark
		why      string
	}{
		"a tag":                           {bucketOf("x", "b", "Team", "clinical"), Markers{Tags: []string{"team=Clinical"}}, resource.PHIYes, "tag Team is among the markers (team=Clinical)"},
		"another value":                   {bucketOf("x", "b", "Team", "billing"), Markers{Tags: []string{"team=clinical"}}, none, ""},
		"a tag with any value":            {bucketOf("x", "b", "contains-records", "some"), Markers{Tags: []string{"ContainsRecords"}}, resource.PHIYes, "tag contains-records is among the markers (ContainsRecords)"},
		"a tag that denies":               {bucketOf("x", "b", "contains-records", "No"), Markers{Tags: []string{"ContainsRecords"}}, resource.PHINo, "tag contains-records = false"},
		"a value that is asked for":       {bucketOf("x", "b", "public", "no"), Markers{Tags: []string{"public=no"}}, resource.PHIYes, "tag public is among the markers (public=no)"},
		"globs in both":                   {bucketOf("x", "b", "app:data_kind", "Patient Records"), Markers{Tags: []string{"*:data-*=*records"}}, resource.PHIYes, "tag app:data_kind is among the markers (*:data-*=*records)"},
		"an empty tag says nothing":       {bucketOf("x", "b", "team", " "), Markers{Tags: []string{"team"}}, none, ""},
		"a key in part":                   {bucketOf("x", "b", "teams", "x"), Markers{Tags: []string{"team"}}, none, ""},
		"a tag that says no":              {bucketOf("x", "b", "Tier", "public"), Markers{NotTags: []string{"tier=pub*"}}, resource.PHINo, "tag Tier is among the markers without PHI (tier=pub*)"},
		"a tag that says no to no":        {bucketOf("x", "b", "Open", "false"), Markers{NotTags: []string{"open"}}, none, ""},
		"yes outweighs no":                {bucketOf("x", "b", "Team", "clinical", "Tier", "public"), Markers{Tags: []string{"team=clinical"}, NotTags: []string{"tier=public"}}, resource.PHIYes, "tag Team is among the markers (team=clinical), although tag Tier is among the markers without PHI (tier=public)"},
		"yes that is always read":         {bucketOf("x", "b", "HIPAA", "true", "Tier", "public"), Markers{NotTags: []string{"tier=public"}}, resource.PHIYes, "tag HIPAA = true, although tag Tier is among the markers without PHI (tier=public)"},
		"a name":                          {bucketOf("clinic-EHR-prod", "b"), Markers{Names: []string{"*-ehr-*"}}, resource.PHIYes, "bucket is among the names (*-ehr-*)"},
		"another name":                    {bucketOf("clinic-ehrlich", "b"), Markers{Names: []string{"*-ehr-*"}}, none, ""},
		"the block's name":                {bucketOf("x", "Patients"), Markers{Names: []string{"patient*"}}, resource.PHIYes, "its address is among the names (patient*)"},
		"the instance key":                {bucketOf("x", "b"), Markers{Names: []string{"claims"}}, resource.PHIYes, "its address is among the names (claims)"},
		"a name that apply completes":     {bucketOf("claims-"+resource.Ref{ID: 3}.Placeholder(), "b"), Markers{Names: []string{"claims-*"}}, resource.PHIYes, "bucket is among the names (claims-*)"},
		"an address":                      {bucketOf("x", "b"), Markers{Addresses: []string{`module.data.aws_s3_bucket.b["claims"]`}}, resource.PHIYes, `its address is among those with PHI (module.data.aws_s3_bucket.b["claims"])`},
		"an address in part":              {bucketOf("x", "b"), Markers{Addresses: []string{`aws_s3_bucket.b`}}, none, ""},
		"a module":                        {bucketOf("x", "b"), Markers{Addresses: []string{`module.data.*`}}, resource.PHIYes, "its address is among those with PHI (module.data.*)"},
		"an address in a root":            {bucketOf("x", "b"), Markers{Addresses: []string{`envs/prod:module.data.*`}}, resource.PHIYes, "its address is among those with PHI (envs/prod:module.data.*)"},
		"an address in another root":      {bucketOf("x", "b"), Markers{Addresses: []string{`envs/dev:module.data.*`}}, none, ""},
		"an excluded address":             {bucketOf("a-phi", "b", "HIPAA", "true"), Markers{NotAddresses: []string{"*.aws_s3_bucket.b*"}}, resource.PHINo, "its address is among those without PHI (*.aws_s3_bucket.b*)"},
		"excluded, although named":        {bucketOf("x", "b"), Markers{Addresses: []string{"module.data.*"}, NotAddresses: []string{"*.b*"}}, resource.PHINo, "its address is among those without PHI (*.b*)"},
		"the ones always read still hold": {bucketOf("x", "b", "DataClass", "PHI"), Markers{Tags: []string{"team"}}, resource.PHIYes, "tag DataClass = PHI"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := tt.markers.Check(); err != nil {
				t.Fatal(err)
			}
			Mark(&resource.Set{Resources: []*resource.Resource{tt.resource}}, tt.markers)
			if d := cmp.Diff(resource.PHI{Mark: tt.want, Why: tt.why}, tt.resource.PHI); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
		})
	}
}

func TestAddressesOfAccounts(t *testing.T) {
	for _, r := range []*resource.Resource{
		{ARN: "arn:aws:rds:us-east-1:111122223333:db:records", Values: cty.EmptyObjectVal},
		{Values: cty.ObjectVal(object{"arn": cty.StringVal("arn:aws:rds:us-east-1:111122223333:db:records")})},
	} {
		Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{Addresses: []string{"arn:aws:rds:*:db:rec*"}})
		if r.PHI.Mark != resource.PHIYes {
			t.Errorf("not marked by its ARN: %+v", r.PHI)
		}
	}
}

func TestCheck(t *testing.T) {
	for entry, want := range map[string]string{
		"team": "", "team=clinical": "", "team=*": "", "*=clinical": "", "te*m=a*": "", "a=b=c": "",
		"": "empty", "  ": "empty", "=x": "key is missing", " =x": "key is missing", "team=": "value is missing",
		"*": "every tag", "**": "every tag", "*=*": "every tag", "-": "no letter", "-=x": "no letter",
	} {
		for _, m := range []Markers{{Tags: []string{"fine", entry}}, {NotTags: []string{entry}}} {
			says(t, entry, m.Check(), want)
		}
	}
	for entry, want := range map[string]string{"aws_*": "", "a": "", "": "empty", " ": "empty", "*": "everything", " ** ": "everything"} {
		for _, m := range []Markers{{Names: []string{entry}}, {Addresses: []string{entry}}, {NotAddresses: []string{entry}}} {
			says(t, entry, m.Check(), want)
		}
	}
}

func says(t *testing.T, entry string, err error, want string) {
	t.Helper()
	if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
		t.Errorf("%q: %v, want %q", entry, err, want)
	}
}

// FuzzMarkers: whatever the entry, it is refused or it can be used; and a tag matches the
// entry that spells it out.
func FuzzMarkers(f *testing.F) {
	f.Add("team=clinical", "Team", "Clinical")
	f.Add("*:data-*=*records", "app:data_kind", "patient records")
	f.Add("=", "*", "*")
	f.Fuzz(func(t *testing.T, entry, key, value string) {
		m := Markers{Tags: []string{entry}, NotTags: []string{entry}, Names: []string{entry}, Addresses: []string{entry}, NotAddresses: []string{entry}}
		r := &resource.Resource{Address: resource.Address{Type: "aws_s3_bucket", Name: value}, Values: cty.ObjectVal(object{"tags_all": cty.ObjectVal(object{key: cty.StringVal(value)})})}
		Mark(&resource.Set{Resources: []*resource.Resource{r}}, m)
		if key = strings.ReplaceAll(key, "=", ""); strings.ContainsAny(value, "*") || strings.TrimSpace(value) == "" {
			return
		}
		own := key + "=" + value
		if checkTag(own) != nil {
			return
		}
		if rules := tagRules([]string{own}); len(rules) != 1 || !rules[0].matches(key, strings.TrimSpace(value)) {
			t.Errorf("%q does not match the tag that it spells", own)
		}
	})
}
