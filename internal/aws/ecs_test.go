package aws_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTasks(t *testing.T) {
	f := &fake{answers: answers{
		"ListTaskDefinitionFamilies": func(in ask) string {
			if in.Get("nextToken") == "" {
				return `{"families":["app"],"nextToken":"2"}`
			}
			return `{"families":["denied","empty"]}`
		},
		"DescribeTaskDefinition": func(in ask) string {
			switch in.Get("taskDefinition") {
			case "app":
				return `{"taskDefinition":{"family":"app","taskDefinitionArn":"arn:aws:ecs:eu-west-1:123456789012:task-definition/app:7","containerDefinitions":[
					{"name":"app","image":"app:1","environment":[{"name":"TOKEN","value":"do-not-read"}],"secrets":[{"name":"DB","valueFrom":"arn:db"}]},{"name":"logs","image":"logs:1","privileged":true}]},
					"tags":[{"key":"DataClass","value":"PHI"}]}`
			case "empty":
				return `{}`
			}
			return "error AccessDeniedException"
		},
	}}
	set := f.audit(t, []string{"aws_ecs_task_definition"})
	r := set.one(t, "aws_ecs_task_definition", "app")
	if strings.Contains(r.Values.GoString(), "do-not-read") {
		t.Error("values of the environment were kept")
	}
	holds(t, r, map[string]any{"tags_all": map[string]any{"DataClass": "PHI"}, "network_mode": nil})
	want := map[string]any{
		"environment": []any{map[string]any{"name": "TOKEN", "value": "unknown: ecs:DescribeTaskDefinition: values of environment variables are not taken from accounts, for fear of secrets"}},
		"secrets":     []any{map[string]any{"name": "DB", "valueFrom": "arn:db"}}, "privileged": false,
	}
	if diff := cmp.Diff(want, firstOf(t, r, "container_definitions", "environment", "secrets", "privileged"), loosely); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"app", "denied", "empty"}, set.names("aws_ecs_task_definition")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"eu-west-1 ecs:DescribeTaskDefinition of denied: settled", "eu-west-1 ecs:DescribeTaskDefinition of empty: settled"}, set.gaps()); diff != "" {
		t.Error(diff)
	}
}
