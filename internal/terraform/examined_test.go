package terraform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// examinedShapes are attributes as policies declare them to be examined.
func examinedShapes(t *testing.T) resource.Wanted {
	t.Helper()
	w := resource.Wanted{}
	for typ, notation := range map[string]any{
		"aws_instance":            map[string]any{"user_data": "examined"},
		"aws_lambda_function":     map[string]any{"environment": []any{map[string]any{"variables": "map(examined)"}}},
		"aws_ecs_task_definition": map[string]any{"container_definitions": []any{map[string]any{"image": "string", "environment": []any{map[string]any{"name": "string", "value": "examined(name)"}}}}},
	} {
		s, err := resource.ParseShape(notation)
		if err != nil {
			t.Fatal(err)
		}
		w.Add(typ, s)
	}
	return w
}

// told says what stands in place of the one text at the path: kinds, "..." where there may
// be more, or "unknown".
func told(v cty.Value, path ...any) string {
	open := ""
	for {
		bare, marks := v.Unmark()
		if len(resource.MarksOf(marks).Open) > 0 {
			open = " ..."
		}
		if !bare.IsKnown() {
			return "unknown"
		}
		if len(path) == 0 {
			var kinds []string
			for _, e := range bare.AsValueSlice() {
				kinds = append(kinds, e.GetAttr("kind").AsString())
			}
			return strings.TrimSpace(strings.Join(kinds, " ") + open)
		}
		switch step := path[0].(type) {
		case string:
			v = bare.GetAttr(step)
		case int:
			v = bare.Index(cty.NumberIntVal(int64(step)))
		}
		path = path[1:]
	}
}

// TestExamined: of a text of which a part is not known, the rest is examined; and what hangs
// on the unknown part is not.
func TestExamined(t *testing.T) {
	secret := strings.Join([]string{"correct", "horse"}, "-")
	line := "export DB_PASSWORD=" + secret
	for name, c := range map[string]struct {
		config string
		path   []any
		want   string
	}{
		"known":                     {`resource "aws_instance" "r" { user_data = "` + line + `" }`, []any{"user_data"}, "password-assignment"},
		"a template":                {`resource "aws_instance" "r" { user_data = "${var.x}\n` + line + `\n" }`, []any{"user_data"}, "password-assignment ..."},
		"nothing in it":             {`resource "aws_instance" "r" { user_data = "${var.x}\nexport HOST=db\n" }`, []any{"user_data"}, "unknown"},
		"the secret is the unknown": {`resource "aws_instance" "r" { user_data = "export DB_PASSWORD=${var.x}\n" }`, []any{"user_data"}, "unknown"},
		"a heredoc in a local":      {"locals {\n s = <<-EOT\n  ${var.x}\n  " + line + "\n EOT\n}\n" + `resource "aws_instance" "r" { user_data = local.s }`, []any{"user_data"}, "password-assignment ..."},
		"a file":                    {`resource "aws_instance" "r" { user_data = templatefile("${path.module}/boot.tftpl", { x = var.x, y = 1 }) }`, []any{"user_data"}, "password-assignment ..."},
		"a file, encoded":           {`resource "aws_instance" "r" { user_data = base64encode(templatefile("${path.module}/boot.tftpl", { x = var.x, y = 1 })) }`, []any{"user_data"}, "password-assignment ..."},
		"in pieces":                 {`resource "aws_instance" "r" { user_data = join("\n", ["a", var.x, "` + line + `"]) }`, []any{"user_data"}, "password-assignment ..."},
		"formatted":                 {`resource "aws_instance" "r" { user_data = format("%s\n` + line + `\n", var.x) }`, []any{"user_data"}, "password-assignment ..."},
		"a condition decides":       {`resource "aws_instance" "r" { user_data = var.x == "a" ? "` + line + `" : "" }`, []any{"user_data"}, "unknown"},
		"a condition in it":         {`resource "aws_instance" "r" { user_data = "a\n%{ if var.x == "a" }` + line + "%{ endif }\\nexport HOST=db\\n\" }", []any{"user_data"}, "unknown"},
		"one of the variables":      {"resource \"aws_lambda_function\" \"r\" {\n environment {\n" + `variables = { A = "${var.x} postgres://app:` + secret + `@db.internal/x", B = var.x }` + "\n}\n}\n", []any{"environment", 0, "variables", "A"}, "url-password ..."},
		"another variable":          {"resource \"aws_lambda_function\" \"r\" {\n environment {\n" + `variables = { A = "a", B = var.x }` + "\n}\n}\n", []any{"environment", 0, "variables", "B"}, "unknown"},
		"a variable that is known":  {"resource \"aws_lambda_function\" \"r\" {\n environment {\n" + `variables = { A = "a", B = var.x }` + "\n}\n}\n", []any{"environment", 0, "variables", "A"}, ""},
		"JSON made of values":       {`resource "aws_ecs_task_definition" "r" { container_definitions = jsonencode([{ image = var.x, environment = [{ name = "DB_PASSWORD", value = "` + secret + `" }] }]) }`, []any{"container_definitions", 0, "environment", 0, "value"}, "password-assignment"},
		"JSON written":              {"resource \"aws_ecs_task_definition\" \"r\" {\n container_definitions = <<-EOT\n [{\"image\":\"app:${var.x}\",\"environment\":[{\"name\":\"DB_PASSWORD\",\"value\":\"" + secret + "\"}]}]\n EOT\n}\n", []any{"container_definitions", 0, "environment", 0, "value"}, "password-assignment ..."},
		"JSON with a hole":          {"resource \"aws_ecs_task_definition\" \"r\" {\n container_definitions = <<-EOT\n [{\"image\":\"app\",\"environment\":[{\"name\":\"A\",\"value\":\"${var.x}\"}]}]\n EOT\n}\n", []any{"container_definitions", 0, "environment", 0, "value"}, "unknown"},
		"JSON that is none":         {"resource \"aws_ecs_task_definition\" \"r\" {\n container_definitions = \"[${var.x}]\"\n}\n", []any{"container_definitions"}, "unknown"},
		"sensitive":                 {"variable \"s\" {\n sensitive = true\n default = \"" + secret + "\"\n}\n" + `resource "aws_instance" "r" { user_data = "export DB_PASSWORD=${var.s}" }`, []any{"user_data"}, "password-assignment"},
		"generated":                 {"resource \"random_password\" \"p\" {}\n" + `resource "aws_instance" "r" { user_data = "${var.x} ${random_password.p.result}" }`, []any{"user_data"}, "generated-secret ..."},
	} {
		dir := t.TempDir()
		for file, text := range map[string]string{"main.tf": "variable \"x\" {\n type = string\n}\n" + c.config, "boot.tftpl": "#!/bin/sh ${y}\necho ${x}\n" + line + "\n"} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		set, err := terraform.Load(t.Context(), terraform.Options{Paths: []string{dir}, Wanted: examinedShapes(t)})
		if err != nil || len(set.Gaps) > 0 {
			t.Fatalf("%s: %v %v", name, err, set.Gaps)
		}
		for _, r := range set.Resources {
			if r.Address.Name != "r" {
				continue
			}
			if got := told(r.Values, c.path...); got != c.want {
				t.Errorf("%s: %q, want %q", name, got, c.want)
			}
			if strings.Contains(fmt.Sprintf("%#v", r.Values), secret) {
				t.Errorf("%s: the set holds the secret", name)
			}
		}
	}
}
