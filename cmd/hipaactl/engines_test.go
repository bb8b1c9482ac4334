package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/phi"
	"github.com/hipaactl/hipaactl/internal/terraform"
)

// examinedRules are those that judge what detection finds in texts.
var examinedRules = []string{"HIPAA-EC2-010", "HIPAA-LAM-002", "HIPAA-ECS-001", "HIPAA-SSM-001", "HIPAA-CBD-001"}

// TestExaminedTwins: the same text has the same verdict in configuration, in a plan and in a
// state. TestTwins compares code with accounts.
func TestExaminedTwins(t *testing.T) {
	password, person := strings.Join([]string{"correct", "horse"}, "-"), strings.Join([]string{"536", "22", "8471"}, "-")
	script := "#!/bin/sh\nexport DB_PASSWORD=" + password + "\n"
	all := map[string]map[string]any{}
	for name, user := range map[string]map[string]any{
		"clean": {"user_data": "#!/bin/sh\nyum -y update\n"}, "text": {"user_data": script}, "encoded": {"user_data_base64": base64.StdEncoding.EncodeToString([]byte(script))},
		"patient": {"user_data": "# SSN: " + person + "\n"}, "none": {},
	} {
		all["aws_instance."+name] = user
	}
	for name, value := range map[string]string{"clean": "info", "password": password, "url": "postgres://app:" + password + "@db.internal/x", "patient": person} {
		variable := map[string]string{"clean": "LEVEL", "password": "DB_PASSWORD", "url": "DATABASE_URL", "patient": "PATIENT_SSN"}[name]
		all["aws_lambda_function."+name] = map[string]any{"function_name": name, "environment": []any{map[string]any{"variables": map[string]any{variable: value}}}}
		containers, err := json.Marshal([]any{map[string]any{"name": "app", "environment": []any{map[string]any{"name": variable, "value": value}}}})
		if err != nil {
			t.Fatal(err)
		}
		all["aws_ecs_task_definition."+name] = map[string]any{"family": name, "container_definitions": string(containers)}
		all["aws_ssm_parameter."+name] = map[string]any{"name": "/app/" + variable, "type": "String", "value": value}
		address := "https://github.com/clinic/portal.git"
		if name == "url" {
			address = strings.Replace(value, "postgres", "https", 1)
		}
		all["aws_codebuild_project."+name] = map[string]any{
			"name":        name,
			"environment": []any{map[string]any{"environment_variable": []any{map[string]any{"name": variable, "type": "PLAINTEXT", "value": value}}}},
			"source":      []any{map[string]any{"type": "GITHUB", "location": address}},
		}
	}
	dir := t.TempDir()
	write := func(name string, v any) string {
		t.Helper()
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	byType, planned, stored := map[string]map[string]any{}, []any{}, []any{}
	for address, values := range all {
		typ, name, _ := strings.Cut(address, ".")
		if byType[typ] == nil {
			byType[typ] = map[string]any{}
		}
		byType[typ][name] = values
		head := map[string]any{"address": address, "mode": "managed", "type": typ, "name": name, "provider_name": "registry.terraform.io/hashicorp/aws"}
		change, inState := map[string]any{"change": map[string]any{"actions": []string{"create"}, "after": values, "after_unknown": map[string]any{}}}, map[string]any{"schema_version": 0, "values": values}
		for k, v := range head {
			change[k], inState[k] = v, v
		}
		planned, stored = append(planned, change), append(stored, inState)
	}
	want := verdictsOf(t, write("code/main.tf.json", map[string]any{"resource": byType}))
	if fails := slices.DeleteFunc(sortedKeys(want), func(k string) bool { return want[k] != "fail" }); len(fails) < 14 {
		t.Errorf("only these fail: %v", fails)
	}
	for engine, doc := range map[string]any{
		"plan":  map[string]any{"format_version": "1.2", "resource_changes": planned, "configuration": map[string]any{"root_module": map[string]any{}}, "planned_values": map[string]any{"root_module": map[string]any{}}},
		"state": map[string]any{"format_version": "1.0", "values": map[string]any{"root_module": map[string]any{"resources": stored}}},
	} {
		if d := cmp.Diff(want, verdictsOf(t, write(engine+"/"+engine+".json", doc))); d != "" {
			t.Errorf("%s (-code +%s):\n%s", engine, engine, d)
		}
	}
}

// verdictsOf judges by the rules about examined texts. The set must not hold the texts.
func verdictsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	loaded := builtIn(t)
	set, err := terraform.Load(t.Context(), terraform.Options{Paths: []string{path}, Wanted: loaded.Wanted()})
	if err != nil || len(set.Gaps) > 0 {
		t.Fatalf("%v %v", err, set.Gaps)
	}
	for _, r := range set.Resources {
		if shown := fmt.Sprintf("%#v", r.Values); strings.Contains(shown, "correct-") || strings.Contains(shown, "536-22") {
			t.Errorf("%s in %s holds the text", r.Address, path)
		}
	}
	phi.Mark(&set, phi.Markers{})
	out := map[string]string{}
	for _, f := range loaded.Evaluate(t.Context(), &set, checks.EvalOptions{}).Findings {
		if slices.Contains(examinedRules, f.Rule) {
			out[f.Rule+"/"+f.Assertion+" "+f.Resource.Address] = string(f.Status)
		}
	}
	return out
}
