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
					{"name":"app","image":"app:1","environment":[{"name":"DB_PASSWORD","value":"do-not-read"}],"secrets":[{"name":"DB","valueFrom":"arn:db"}]},{"name":"logs","image":"logs:1","privileged":true}]},
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
		"environment": []any{map[string]any{"name": "DB_PASSWORD", "value": []any{map[string]any{"class": "credential", "kind": "password-assignment", "confidence": "medium", "masked": "[password-assignment]"}}}},
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

func TestTaskVolumesAndPlatform(t *testing.T) {
	f := &fake{answers: answers{
		"ListTaskDefinitionFamilies": `{"families":["app"]}`,
		"DescribeTaskDefinition": `{"taskDefinition":{"family":"app","taskDefinitionArn":"arn:app","networkMode":"host","pidMode":"host","runtimePlatform":{"operatingSystemFamily":"LINUX"},
			"containerDefinitions":[{"name":"app","logConfiguration":{"logDriver":"awslogs"}}],
			"volumes":[{"name":"tmp"},{"name":"scans","efsVolumeConfiguration":{"fileSystemId":"fs-1","transitEncryption":"ENABLED"}}]}}`,
	}}
	holds(t, f.audit(t, []string{"aws_ecs_task_definition"}).one(t, "aws_ecs_task_definition", "app"), map[string]any{
		"network_mode": "host", "pid_mode": "host", "runtime_platform": []any{map[string]any{"operating_system_family": "LINUX", "cpu_architecture": nil}},
		"volume": []any{
			map[string]any{"name": "tmp", "efs_volume_configuration": []any{}},
			map[string]any{"name": "scans", "efs_volume_configuration": []any{map[string]any{"file_system_id": "fs-1", "transit_encryption": "ENABLED"}}},
		},
	})
}

// taskServices answers for two clusters, one of which was deleted since it was listed.
func taskServices() answers {
	return answers{
		"ListClusters": `{"clusterArns":["arn:cluster/main","arn:cluster/gone"]}`,
		"DescribeClusters": `{"clusters":[{"clusterArn":"arn:cluster/main","clusterName":"main","status":"ACTIVE","tags":[{"key":"DataClass","value":"PHI"}],"configuration":{"executeCommandConfiguration":
			{"kmsKeyId":"arn:key","logging":"OVERRIDE","logConfiguration":{"cloudWatchLogGroupName":"exec"}}}},{"clusterArn":"arn:cluster/off","clusterName":"off","status":"INACTIVE"}],
			"failures":[{"arn":"arn:cluster/gone","reason":"MISSING"}]}`,
		"ListServices": func(in ask) string {
			if in.Get("cluster") == "arn:cluster/gone" {
				return "error ClusterNotFoundException"
			}
			return `{"serviceArns":["arn:service/main/app","arn:service/main/old"]}`
		},
		"DescribeServices": `{"services":[{"serviceArn":"arn:service/main/app","serviceName":"app","clusterArn":"arn:cluster/main","status":"ACTIVE","taskDefinition":"arn:app:7","enableExecuteCommand":true,
			"networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-1"],"assignPublicIp":"ENABLED"}},"deploymentController":{"type":"ECS"},
			"deploymentConfiguration":{"strategy":"ROLLING","deploymentCircuitBreaker":{"enable":true,"rollback":true},"alarms":{"alarmNames":["a"],"enable":true,"rollback":false}}},
			{"serviceArn":"arn:service/main/old","serviceName":"old","status":"INACTIVE"}]}`,
	}
}

func TestTaskServices(t *testing.T) {
	f := &fake{answers: taskServices()}
	types := []string{"aws_ecs_cluster", "aws_ecs_service"}
	set := f.audit(t, types)
	holds(t, set.one(t, "aws_ecs_cluster", "main"), map[string]any{
		"id": "arn:cluster/main", "tags_all": map[string]any{"DataClass": "PHI"}, "configuration": []any{map[string]any{"execute_command_configuration": []any{map[string]any{
			"kms_key_id": "arn:key", "logging": "OVERRIDE", "log_configuration": []any{map[string]any{
				"cloud_watch_log_group_name": "exec", "cloud_watch_encryption_enabled": false, "s3_bucket_name": nil, "s3_bucket_encryption_enabled": false, "s3_key_prefix": nil,
			}},
		}}}},
	})
	holds(t, set.one(t, "aws_ecs_service", "main/app"), map[string]any{
		"cluster": "arn:cluster/main", "task_definition": "arn:app:7", "enable_execute_command": true,
		"network_configuration":      []any{map[string]any{"assign_public_ip": true, "subnets": []any{"subnet-1"}, "security_groups": []any{}}},
		"deployment_controller":      []any{map[string]any{"type": "ECS"}},
		"deployment_circuit_breaker": []any{map[string]any{"enable": true, "rollback": true}},
		"deployment_configuration":   []any{map[string]any{"strategy": "ROLLING"}},
		"alarms":                     []any{map[string]any{"alarm_names": []any{"a"}, "enable": true, "rollback": false}},
	})
	if names := append(set.names("aws_ecs_cluster"), set.names("aws_ecs_service")...); len(names) != 2 {
		t.Errorf("what is inactive or gone is there: %v", names)
	}
	if gaps := set.gaps(); len(gaps) > 0 {
		t.Errorf("gaps: %v", gaps)
	}

	f.answers["DescribeClusters"], f.answers["DescribeServices"] = `{"clusters":[]}`, "error AccessDeniedException"
	want := []string{
		"eu-west-1 ecs:DescribeClusters of gone: aws_ecs_cluster", "eu-west-1 ecs:DescribeClusters of main: aws_ecs_cluster", "eu-west-1 ecs:DescribeServices of main: aws_ecs_service",
	}
	if diff := cmp.Diff(want, f.audit(t, types).gaps()); diff != "" {
		t.Error(diff)
	}
}
