package aws_test

import (
	"strings"
	"testing"
)

// TestOmittedListings: an answer without the list that is asked for is not one of an account
// without anything.
func TestOmittedListings(t *testing.T) {
	for operation, typ := range map[string]string{
		"ListAnalyzers": "aws_accessanalyzer_analyzer", "ListCertificates": "aws_acm_certificate", "GetRestApis": "aws_api_gateway_rest_api",
		"GetApis": "aws_apigatewayv2_api", "ListWorkGroups": "aws_athena_workgroup", "ListBackupVaults": "aws_backup_vault", "ListDistributions": "aws_cloudfront_distribution",
		"DescribeAlarms": "aws_cloudwatch_metric_alarm", "ListProjects": "aws_codebuild_project", "ListUserPools": "aws_cognito_user_pool", "DescribeClusters": "aws_dax_cluster",
		"DescribeEndpoints": "aws_dms_endpoint", "DescribeRepositories": "aws_ecr_repository", "ListTaskDefinitionFamilies": "aws_ecs_task_definition", "ListClusters": "aws_eks_cluster",
		"DescribeReplicationGroups": "aws_elasticache_replication_group", "DescribeAccessPoints": "aws_efs_access_point", "ListRules": "aws_cloudwatch_event_rule",
		"ListDeliveryStreams": "aws_kinesis_firehose_delivery_stream", "ListDetectors": "aws_guardduty_detector", "BatchGetAccountStatus": "aws_inspector2_enabler",
		"ListClustersV2": "aws_msk_cluster", "ListStreams": "aws_kinesis_stream", "ListFunctions": "aws_lambda_function", "DescribeLogGroups": "aws_cloudwatch_log_group",
		"ListDomainNames": "aws_opensearch_domain", "ListNotebookInstances": "aws_sagemaker_notebook_instance", "GetEnabledStandards": "aws_securityhub_standards_subscription",
		"ListTopics": "aws_sns_topic", "DescribeParameters": "aws_ssm_parameter", "ListDocuments": "aws_ssm_document", "ListServers": "aws_transfer_server", "ListWebACLs": "aws_wafv2_web_acl",
		"GetAccountAuthorizationDetails": "aws_iam_role", "GetConnections": "aws_glue_connection", "GetCrawlers": "aws_glue_crawler", "GetJobs": "aws_glue_job",
		"GetSecurityConfigurations": "aws_glue_security_configuration", "DescribeWorkspaces": "aws_workspaces_workspace",
	} {
		empty := "{}"
		switch operation {
		case "ListDistributions", "DescribeAlarms", "DescribeReplicationGroups", "ListTopics", "GetAccountAuthorizationDetails":
			empty = ""
		}
		set := (&fake{answers: answers{operation: empty, "ListRoles": "<Roles/>"}}).audit(t, []string{typ})
		if gaps := strings.Join(set.gaps(), ", "); !strings.Contains(gaps, ":"+operation+": ") || !strings.Contains(gaps, typ) {
			t.Errorf("%s says nothing of %s: %s", operation, typ, gaps)
		}
	}
	if set := (&fake{answers: answers{"ListQueues": "{}"}}).audit(t, []string{"aws_sqs_queue"}); len(set.gaps()) > 0 {
		t.Errorf("SQS leaves the list out where there are no queues: %s", set.gaps())
	}
}

// TestOmittedParts: what AWS always sends is unknown where it did not, or the whole is.
func TestOmittedParts(t *testing.T) {
	group := "<item><groupId>sg-1</groupId><ownerId>" + ownAccount + "</ownerId><ipPermissions/><ipPermissionsEgress/></item>"
	for name, tt := range map[string]struct {
		answers answers
		typ     string
		// gap is what was lost, else attribute is unknown in one.
		gap, one, attribute string
	}{
		"a stream's names":        {answers{"ListStreams": `{"HasMoreStreams":false,"StreamSummaries":[]}`}, "aws_kinesis_stream", "kinesis:ListStreams", "", ""},
		"a cluster":               {answers{"ListClusters": `{"clusters":["c"]}`, "DescribeCluster": "{}"}, "aws_eks_cluster", "eks:DescribeCluster of c", "", ""},
		"who may reach a cluster": {answers{"ListClusters": `{"clusters":["c"]}`, "DescribeCluster": `{"cluster":{"name":"c","resourcesVpcConfig":{"endpointPublicAccess":true}}}`}, "aws_eks_cluster", "", "c", "vpc_config.public_access_cidrs"},
		"accounts of a document": {
			answers{"ListDocuments": `{"DocumentIdentifiers":[{"Name":"d"}]}`, "DescribeDocumentPermission": `{"AccountSharingInfoList":[]}`}, "aws_ssm_document", "ssm:DescribeDocumentPermission of d", "", "",
		},
		"whether a VPC is the default":    {answers{"DescribeVpcs": "<vpcSet><item><vpcId>v</vpcId></item></vpcSet>"}, "aws_vpc", "ec2:DescribeVpcs", "", ""},
		"whether an ACL is the default":   {answers{"DescribeNetworkAcls": "<networkAclSet><item><networkAclId>n</networkAclId></item></networkAclSet>"}, "aws_network_acl", "ec2:DescribeNetworkAcls", "", ""},
		"the entries of an ACL":           {answers{"DescribeNetworkAcls": "<networkAclSet><item><networkAclId>n</networkAclId><default>true</default></item></networkAclSet>"}, "aws_default_network_acl", "", "n", "ingress"},
		"the name of a group":             {answers{"DescribeSecurityGroups": "<securityGroupInfo>" + group + "</securityGroupInfo>"}, "aws_security_group", "ec2:DescribeSecurityGroups", "", ""},
		"the disks of an image":           {answers{"DescribeImages": "<imagesSet><item><imageId>i</imageId></item></imagesSet>"}, "aws_ami", "", "i", "ebs_block_device"},
		"the versions of a template":      {answers{"DescribeLaunchTemplates": "<launchTemplates><item><launchTemplateId>l</launchTemplateId></item></launchTemplates>", "DescribeLaunchTemplateVersions": "<launchTemplateVersionSet/>"}, "aws_launch_template", "ec2:DescribeLaunchTemplates of l", "", ""},
		"the containers of a task":        {answers{"ListTaskDefinitionFamilies": `{"families":["f"]}`, "DescribeTaskDefinition": `{"taskDefinition":{"family":"f"}}`}, "aws_ecs_task_definition", "", "f", "container_definitions"},
		"the volumes of a task":           {answers{"ListTaskDefinitionFamilies": `{"families":["f"]}`, "DescribeTaskDefinition": `{"taskDefinition":{"family":"f"}}`}, "aws_ecs_task_definition", "", "f", "volume"},
		"the origins of a distribution":   {answers{"ListDistributions": oneDistribution, "GetDistributionConfig": `<DistributionConfig><Origins><Quantity>1</Quantity></Origins></DistributionConfig>`}, "aws_cloudfront_distribution", "", "E1", "origin"},
		"who reaches the brokers":         {answers{"ListClustersV2": `{"clusterInfoList":[{"clusterName":"k","clusterType":"PROVISIONED","provisioned":{"brokerNodeGroupInfo":{}}}]}`}, "aws_msk_cluster", "", "k", "broker_node_group_info.connectivity_info"},
		"the variables of an environment": {answers{"ListFunctions": `{"Functions":[{"FunctionName":"f","Environment":{}}]}`, "ListTags": `{"Tags":{}}`}, "aws_lambda_function", "", "f", "environment.variables"},
		"the source of a project":         {answers{"ListProjects": `{"projects":["p"]}`, "BatchGetProjects": `{"projects":[{"name":"p","source":{"type":"GITHUB"}}]}`}, "aws_codebuild_project", "", "p", "source.location"},
		"the inline policies of a role": {
			answers{"ListRoles": "<Roles/>", "GetAccountAuthorizationDetails": "<UserDetailList/><GroupDetailList/><Policies/><RoleDetailList><member><RoleName>r</RoleName><AttachedManagedPolicies/></member></RoleDetailList>"},
			"aws_iam_role_policy", "iam:GetAccountAuthorizationDetails", "", "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			set := (&fake{answers: tt.answers}).audit(t, []string{tt.typ})
			if tt.gap != "" {
				if !strings.Contains(strings.Join(set.gaps(), "\n")+"\n", " "+tt.gap+": ") {
					t.Errorf("nothing tells of %s: %q", tt.gap, set.gaps())
				}
				return
			}
			var v any = set.values()[tt.typ+" "+tt.one]
			for step := range strings.SplitSeq(tt.attribute, ".") {
				if list, ok := v.([]any); ok && len(list) > 0 {
					v = list[0]
				}
				of, _ := v.(map[string]any)
				v = of[step]
			}
			if text, _ := v.(string); !strings.HasPrefix(text, "unknown: ") {
				t.Errorf("%s is %v; lost %q", tt.attribute, v, set.gaps())
			}
		})
	}
}
