package aws_test

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

const schemaFile = "../../../shared/schema/aws-provider-6.47.json.gz"

type schemaBlock struct {
	Attributes map[string]struct {
		Type json.RawMessage `json:"type"`
	} `json:"attributes"`
	BlockTypes map[string]struct {
		Block schemaBlock `json:"block"`
	} `json:"block_types"`
}

// TestSchema shows that what collectors emit has the names and types of the
// Terraform provider.
func TestSchema(t *testing.T) {
	f, err := os.Open(schemaFile)
	if err != nil {
		t.Skipf("the provider's schema is not beside this repository: %v", err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Resource map[string]struct {
			Block schemaBlock `json:"block"`
		} `json:"resource"`
	}
	if err := json.NewDecoder(z).Decode(&doc); err != nil {
		t.Fatal(err)
	}
	url := startMoto(t)
	environment(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "2")
	awstest.Both(t, url, ownAccount)
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(aws.Types()...), EndpointURL: url, Regions: []string{awstest.Region}})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range result.Set.Resources {
		seen[r.Address.Type] = true
		schema, ok := doc.Resource[r.Address.Type]
		if aws.Own(r.Address.Type) {
			if ok {
				t.Errorf("%s is a type of the provider, not of ours", r.Address.Type)
			}
			continue
		}
		if !ok && r.Address.Type == "aws_wafv2_web_acl" {
			continue // the stripped schema leaves it out: its rules nest without end
		}
		if !ok {
			t.Errorf("%s is no type of the provider", r.Address.Type)
			continue
		}
		schema.Block.check(t, r.Address.Type, r.Values)
	}
	if len(seen) < 30 {
		t.Errorf("only %d types were seen: the accounts hold more", len(seen))
	}
}

func (b schemaBlock) check(t *testing.T, at string, v cty.Value) {
	t.Helper()
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return
	}
	for name, member := range v.AsValueMap() {
		path := at + "." + name
		if a, ok := b.Attributes[name]; ok {
			if name == "container_definitions" {
				continue // what the provider has as JSON text is structure here, as policies see it
			}
			typ, err := ctyjson.UnmarshalType(a.Type)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			checkType(t, path, typ, member)
			continue
		}
		block, ok := b.BlockTypes[name]
		if !ok {
			t.Errorf("%s is not in the provider's schema", path)
			continue
		}
		member, _ = member.Unmark()
		if !member.IsKnown() || member.IsNull() {
			continue
		}
		if !member.Type().IsTupleType() {
			t.Errorf("%s is a block: it has to be a list", path)
			continue
		}
		for _, e := range member.AsValueSlice() {
			block.Block.check(t, path, e)
		}
	}
}

// examined are the texts in whose place stands what was found in them.
var examined = []string{
	"aws_codebuild_project.environment.environment_variable.value", "aws_codebuild_project.secondary_sources.location", "aws_codebuild_project.source.location",
	"aws_instance.user_data", "aws_launch_configuration.user_data", "aws_launch_template.user_data",
}

func checkType(t *testing.T, path string, typ cty.Type, v cty.Value) {
	t.Helper()
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return
	}
	ok := true
	switch {
	case slices.Contains(examined, path):
		ok = v.Type().IsTupleType()
	case typ.IsPrimitiveType():
		ok = v.Type() == typ
	case typ.IsListType() || typ.IsSetType():
		if ok = v.Type().IsTupleType(); ok {
			for _, e := range v.AsValueSlice() {
				checkType(t, path+"[]", typ.ElementType(), e)
			}
		}
	case typ.IsMapType():
		ok = v.Type().IsMapType() || v.Type().IsObjectType() // members may be unknown, each for itself
	case typ.IsObjectType():
		if ok = v.Type().IsObjectType(); ok {
			for name, e := range v.AsValueMap() {
				if !typ.HasAttribute(name) {
					t.Errorf("%s.%s is not in the provider's schema", path, name)
					continue
				}
				checkType(t, path+"."+name, typ.AttributeType(name), e)
			}
		}
	}
	if !ok {
		t.Errorf("%s is %s in the provider and %s here", path, typ.FriendlyName(), v.Type().FriendlyName())
	}
}
