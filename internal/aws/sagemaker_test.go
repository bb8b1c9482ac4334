package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSageMaker(t *testing.T) {
	s := &fake{answers: answers{
		"ListNotebookInstances": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","NotebookInstances":[{"NotebookInstanceName":"lab","NotebookInstanceArn":"arn:lab"}]}`
			}
			return `{"NotebookInstances":[{"NotebookInstanceName":"closed","NotebookInstanceArn":"arn:closed"}]}`
		},
		"DescribeNotebookInstance": func(in ask) string {
			if in.Get("NotebookInstanceName") == "closed" {
				return "error AccessDeniedException"
			}
			return `{"NotebookInstanceName":"lab","DirectInternetAccess":"Disabled","RootAccess":"Enabled","SubnetId":"s","KmsKeyId":"k","SecurityGroups":["g"]}`
		},
		"ListEndpointConfigs":    `{"EndpointConfigs":[{"EndpointConfigName":"triage","EndpointConfigArn":"arn:triage"}]}`,
		"DescribeEndpointConfig": `{"EndpointConfigName":"triage","EndpointConfigArn":"arn:triage","CreationTime":1,"ProductionVariants":[]}`,
		"ListModels":             `{"Models":[{"ModelName":"triage","ModelArn":"arn:model"}]}`,
		"DescribeModel":          `{"ModelName":"triage","ModelArn":"arn:model","CreationTime":1,"EnableNetworkIsolation":true}`,
		"ListTags": func(in ask) string {
			return map[bool]string{true: "error AccessDeniedException", false: `{"Tags":[{"Key":"DataClass","Value":"PHI"}]}`}[in.Get("ResourceArn") == "arn:closed"]
		},
	}}
	set := s.audit(t, []string{"aws_sagemaker_notebook_instance", "aws_sagemaker_endpoint_configuration", "aws_sagemaker_model"})
	marked := map[string]any{"DataClass": "PHI"}
	set.check(t, map[string]map[string]any{
		"aws_sagemaker_notebook_instance lab": {
			"id": "lab", "arn": "arn:lab", "direct_internet_access": "Disabled", "root_access": "Enabled", "subnet_id": "s", "kms_key_id": "k", "security_groups": []any{"g"}, "tags_all": marked,
		},
		"aws_sagemaker_notebook_instance closed":      {"name": "closed", "unread": "sagemaker:DescribeNotebookInstance", "tags_all": "unknown: sagemaker:ListTags: access was denied"},
		"aws_sagemaker_endpoint_configuration triage": {"name": "triage", "kms_key_arn": nil, "tags_all": marked},
		"aws_sagemaker_model triage":                  {"arn": "arn:model", "enable_network_isolation": true, "tags_all": marked},
	})
	want := []string{"eu-west-1 sagemaker:DescribeNotebookInstance of closed: settled", "eu-west-1 sagemaker:ListTags of closed: settled"}
	if diff := cmp.Diff(want, set.gaps()); diff != "" {
		t.Error("gaps:", diff)
	}
}
