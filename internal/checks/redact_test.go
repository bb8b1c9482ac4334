package checks

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/resource"
)

func TestHides(t *testing.T) {
	in := &input{found: []Path{{{Name: "secret_text"}}}, judged: &entity{Resource: &resource.Resource{Address: resource.Address{Type: "aws_ssm_parameter"}}}}
	text := func(s string) ast.Value { return ast.String(s) }
	tests := []struct {
		asked, path string
		value       ast.Value
		want        bool
	}{
		{"", "master_password", text("hunter2"), true},
		{"", "value", text("hunter2"), true},
		{"", "environment[0].variables.API_KEY", text("k"), true},
		{"environment[0].variables", "environment[0].variables.OWNER", text("k"), true},
		{"environment[0].variables.SESSION", "environment[0].variables.SESSION", text("k"), true},
		{"environment[0].environment_variable[1].value", "environment[0].environment_variable[1].value", text("k"), true},
		{"container_definitions[0].environment[1].value", "container_definitions[0].environment[1].value", text("k"), true},
		{"container_definitions[0].environment[1].name", "container_definitions[0].environment[1].name", text("SESSION"), false},
		{"tags_all", "tags_all.Patient", text("Roe"), true},
		{"tags_all.DataClass", "tags_all.DataClass", text("PHI"), false},
		{"tags_all.Note", "tags_all.Note", text("Jane Roe"), true},
		{"tags_all", "tags_all", ast.NewArray(), false},
		{"", "manage_master_user_password", ast.Boolean(true), false},
		{"", "manage_master_user_password", text("true"), false},
		{"", "minimum_password_length", ast.Number("12"), false},
		{"", "token", text("12345"), true},
		{"", "tokens", ast.NewArray(ast.StringTerm("hunter2")), true},
		{"", "_.rotation[0].secret_id", text("ref:self.id"), false},
		{"", "_.secrets[0].name", text("orders"), false},
		{"", "_.names[0].secret_string", text("hunter2"), true},
		{"", "metadata_options[0].http_tokens", text("optional"), false},
		{"", "acl", text("public-read"), false},
		{"", "secret_text[0].kind", text("password-assignment"), false},
		{"", "secret_text", text("hunter2"), true},
	}
	for _, tt := range tests {
		p, err := ParsePath(tt.path)
		if err != nil {
			t.Fatal(err)
		}
		asked := p
		if tt.asked != "" {
			if asked, err = ParsePath(tt.asked); err != nil {
				t.Fatal(err)
			}
		}
		if got := in.hides(p, asked, tt.value); got != tt.want {
			t.Errorf("hides(%s = %v, asked for %s) = %v", p, tt.value, asked, got)
		}
	}
}
