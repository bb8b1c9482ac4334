package phi

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var (
	noValue = resource.Cause{Kind: resource.NotGiven, What: "var.tags", Why: "the variable has no value"}
	noName  = resource.Cause{Kind: resource.NotGiven, What: "var.name", Why: "the variable has no value"}
	maybe   = resource.Condition{ID: "count of x", Cause: resource.Cause{Kind: resource.NotGiven, What: "var.on"}}
)

type object = map[string]cty.Value

func tags(pairs ...string) cty.Value {
	m := object{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = cty.StringVal(pairs[i+1])
	}
	return cty.ObjectVal(m)
}

func TestMark(t *testing.T) {
	tests := []struct {
		name   string
		values object
		block  string
		key    string
		want   resource.PHIMark
		why    string
	}{
		{name: "no tags at all", want: resource.PHIUnmarked},
		{name: "other tags", values: object{"tags_all": tags("Owner", "billing", "Graphic", "philosophy")}},
		{name: "class PHI", values: object{"tags_all": tags("DataClass", "PHI")}, want: resource.PHIYes, why: "tag DataClass = PHI"},
		{name: "class in another case", values: object{"tags_all": tags("dataclass", "phi")}, want: resource.PHIYes, why: "tag dataclass = PHI"},
		{name: "classification", values: object{"tags_all": tags("data-classification", "ePHI")}, want: resource.PHIYes, why: "tag data-classification = PHI"},
		{name: "class restricted phi", values: object{"tags_all": tags("data_classification", "restricted-phi")}, want: resource.PHIYes, why: "tag data_classification = PHI"},
		{name: "another class", values: object{"tags_all": tags("DataClass", "public")}, want: resource.PHINo, why: "tag DataClass names another class"},
		{name: "class non-phi", values: object{"tags_all": tags("DataClass", "non-phi")}, want: resource.PHINo, why: "tag DataClass names another class"},
		{name: "empty class", values: object{"tags_all": tags("DataClass", " ")}},
		{name: "HIPAA true", values: object{"tags_all": tags("HIPAA", "True")}, want: resource.PHIYes, why: "tag HIPAA = true"},
		{name: "HIPAA as bool", values: object{"tags_all": cty.ObjectVal(object{"hipaa": cty.True})}, want: resource.PHIYes, why: "tag hipaa = true"},
		{name: "HIPAA false", values: object{"tags_all": tags("HIPAA", "false")}, want: resource.PHINo, why: "tag HIPAA = false"},
		{name: "HIPAA unclear", values: object{"tags_all": tags("HIPAA", "maybe")}},
		{name: "key is phi", values: object{"tags_all": tags("contains:phi", "yes")}, want: resource.PHIYes, why: "tag contains:phi is set"},
		{name: "key denies phi", values: object{"tags_all": tags("phi", "No")}, want: resource.PHINo, why: "tag phi = false"},
		{name: "value holds phi", values: object{"tags_all": tags("Purpose", "stores PHI/claims")}, want: resource.PHIYes, why: "tag Purpose holds the word phi"},
		{name: "value denies phi", values: object{"tags_all": tags("Purpose", "no PHI here")}},
		{name: "conflict", values: object{"tags_all": tags("DataClass", "PHI", "HIPAA", "false")}, want: resource.PHIYes, why: "tag DataClass = PHI, although tag HIPAA = false"},
		{name: "tags where tags_all is absent", values: object{"tags": tags("HIPAA", "true")}, want: resource.PHIYes, why: "tag HIPAA = true"},
		{name: "tags_all outweighs tags", values: object{"tags_all": tags("HIPAA", "false"), "tags": tags("HIPAA", "true")}, want: resource.PHINo, why: "tag HIPAA = false"},
		{name: "null tags_all", values: object{"tags_all": cty.NullVal(cty.Map(cty.String)), "tags": tags("HIPAA", "true")}, want: resource.PHIYes, why: "tag HIPAA = true"},
		{name: "bucket name", values: object{"bucket": cty.StringVal("clinic-phi-archive")}, want: resource.PHIYes, why: "bucket holds the word phi"},
		{name: "part of a word", values: object{"bucket": cty.StringVal("clinic-philadelphia")}},
		{name: "negated name", values: object{"bucket": cty.StringVal("clinic-non-phi")}},
		{name: "name beside unseen text", values: object{"bucket": cty.StringVal("phi" + resource.Ref{ID: 3}.Placeholder())}},
		{name: "name set apart from unseen text", values: object{"bucket": cty.StringVal("phi-" + resource.Ref{ID: 3}.Placeholder())}, want: resource.PHIYes, why: "bucket holds the word phi"},
		{name: "generated identifiers are not read", values: object{"arn": cty.StringVal("arn:aws:s3:::x/phi")}},
		{name: "block name", block: "phi_archive", want: resource.PHIYes, why: "its address holds the word phi"},
		{name: "instance key", key: `["phi"]`, want: resource.PHIYes, why: "its address holds the word phi"},
		{name: "sensitive value is not told", values: object{"tags_all": cty.ObjectVal(object{"Note": cty.StringVal("phi s3cret").Mark(resource.Sensitive{})})}, want: resource.PHIYes, why: "tag Note holds the word phi"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			addr := resource.Address{Type: "aws_s3_bucket", Name: "main", Key: tt.key}
			if tt.block != "" {
				addr.Name = tt.block
			}
			r := &resource.Resource{Address: addr, Values: cty.ObjectVal(tt.values)}
			Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
			if d := cmp.Diff(resource.PHI{Mark: tt.want, Why: tt.why}, r.PHI); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			if strings.Contains(r.PHI.Why, "s3cret") {
				t.Error("the reason tells a value")
			}
		})
	}
}

func TestMarkUnseen(t *testing.T) {
	unknown := resource.Unknown(cty.String, noName)
	tests := []struct {
		name   string
		values object
		exists []resource.Condition
		want   resource.PHIMark
		causes []resource.Cause
	}{
		{name: "unknown tags", values: object{"tags_all": resource.Unknown(cty.Map(cty.String), noValue)}, want: resource.PHIUnknown, causes: []resource.Cause{noValue}},
		{name: "unknown value of any tag", values: object{"tags_all": cty.ObjectVal(object{"Owner": unknown})}, want: resource.PHIUnknown, causes: []resource.Cause{noName}},
		{name: "a no does not outweigh the unseen", values: object{"tags_all": cty.ObjectVal(object{"HIPAA": cty.StringVal("false"), "Owner": unknown})}, want: resource.PHIUnknown, causes: []resource.Cause{noName}},
		{name: "a yes does", values: object{"tags_all": cty.ObjectVal(object{"HIPAA": cty.StringVal("true"), "Owner": unknown})}, want: resource.PHIYes},
		{name: "a yes in tags where tags_all is unknown", values: object{"tags_all": resource.Unknown(cty.Map(cty.String), noValue), "tags": tags("HIPAA", "true")}, want: resource.PHIYes},
		{name: "a yes in the name where tags are unknown", values: object{"tags_all": resource.Unknown(cty.Map(cty.String), noValue), "bucket": cty.StringVal("a-phi")}, want: resource.PHIYes},
		{name: "unknown name", values: object{"bucket": unknown}, want: resource.PHIUnknown, causes: []resource.Cause{noName}},
		{name: "both, sorted, once", values: object{"bucket": unknown, "tags_all": cty.ObjectVal(object{"A": unknown, "B": resource.Unknown(cty.String, noValue)})}, want: resource.PHIUnknown, causes: []resource.Cause{noName, noValue}},
		{name: "unknown without a cause", values: object{"bucket": cty.UnknownVal(cty.String)}, want: resource.PHIUnknown, causes: []resource.Cause{{Kind: resource.NotEvaluated, What: "bucket", Why: "the value is unknown"}}},
		{name: "tags that may not exist", values: object{"tags_all": tags("Owner", "x").Mark(resource.Maybe{Condition: maybe})}, want: resource.PHIUnknown, causes: []resource.Cause{maybe.Cause}},
		{name: "tags that exist when the resource does", values: object{"tags_all": tags("HIPAA", "true").Mark(resource.Maybe{Condition: maybe})}, exists: []resource.Condition{maybe}, want: resource.PHIYes},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &resource.Resource{
				Address: resource.Address{Type: "aws_s3_bucket", Name: "main"}, Existence: tt.exists, Values: cty.ObjectVal(tt.values),
			}
			Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
			if r.PHI.Mark != tt.want {
				t.Errorf("got mark %q (%s), want %q", r.PHI.Mark, r.PHI.Why, tt.want)
			}
			if d := cmp.Diff(tt.causes, r.PHI.Causes); d != "" {
				t.Errorf("causes (-want +got):\n%s", d)
			}
		})
	}
}

func TestMarkOfWhollyUnknown(t *testing.T) {
	r := &resource.Resource{Address: resource.Address{Type: "aws_s3_bucket", Name: "main"}, Values: cty.DynamicVal.Mark(noValue)}
	Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
	if r.PHI.Mark != resource.PHIUnknown || len(r.PHI.Causes) != 1 || r.PHI.Causes[0] != noValue {
		t.Errorf("got %+v", r.PHI)
	}
	r.Address.Name = "phi"
	Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
	if r.PHI.Mark != resource.PHIYes {
		t.Errorf("its address settles it, got %+v", r.PHI)
	}
}

func TestMarkDoesNotReadABorrowedName(t *testing.T) {
	r := &resource.Resource{
		Address: resource.Address{Type: "aws_s3_bucket_policy", Name: "main"},
		Values:  cty.ObjectVal(object{"bucket": cty.StringVal("clinic-phi")}),
	}
	Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
	if r.PHI.Mark != resource.PHIUnmarked {
		t.Errorf("a policy is marked by its bucket's name: %+v", r.PHI)
	}
}

func TestMarkTakesAnyShape(t *testing.T) {
	for name, v := range map[string]cty.Value{
		"nothing": cty.NilVal, "null": cty.NullVal(cty.DynamicPseudoType),
		"tags are a string": cty.ObjectVal(object{"tags_all": cty.StringVal("HIPAA")}),
		"tags are a list":   cty.ObjectVal(object{"tags": cty.TupleVal([]cty.Value{cty.True})}),
		"a tag is a list":   cty.ObjectVal(object{"tags": cty.ObjectVal(object{"HIPAA": cty.EmptyTupleVal})}),
		"a null tag":        cty.ObjectVal(object{"tags": cty.ObjectVal(object{"HIPAA": cty.NullVal(cty.String)})}),
	} {
		r := &resource.Resource{Address: resource.Address{Type: "aws_s3_bucket"}, Values: v}
		Mark(&resource.Set{Resources: []*resource.Resource{r}}, Markers{})
		if r.PHI.Mark == resource.PHIYes || r.PHI.Mark == resource.PHINo {
			t.Errorf("%s: marked %q", name, r.PHI.Mark)
		}
	}
}

// TestTagsThatWereNotRead shows that a resource of an account is not unmarked because
// the call for its tags failed.
func TestTagsThatWereNotRead(t *testing.T) {
	denied := resource.Cause{Kind: resource.NotVisible, What: "s3:GetBucketTagging", Why: "access was denied"}
	for name, tt := range map[string]struct {
		values object
		unread resource.Cause
		want   resource.PHIMark
	}{
		"not read":                 {object{"bucket": cty.StringVal("claims")}, denied, resource.PHIUnknown},
		"not read, but named phi":  {object{"bucket": cty.StringVal("claims-phi")}, denied, resource.PHIYes},
		"read, something else not": {object{"bucket": cty.StringVal("claims"), "tags_all": tags("HIPAA", "false")}, denied, resource.PHINo},
		"a type without tags":      {object{"bucket": cty.StringVal("claims")}, resource.Cause{}, resource.PHIUnmarked},
	} {
		set := resource.Set{Resources: []*resource.Resource{{
			Source: resource.Live, Address: resource.Address{Type: "aws_s3_bucket", Name: "b"}, Values: cty.ObjectVal(tt.values), Unread: tt.unread,
		}}}
		Mark(&set, Markers{})
		if got := set.Resources[0].PHI; got.Mark != tt.want || got.Mark == resource.PHIUnknown && !cmp.Equal(got.Causes, []resource.Cause{denied}) {
			t.Errorf("%s: %+v, want %q", name, got, tt.want)
		}
	}
}
