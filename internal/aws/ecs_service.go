package aws

import (
	"context"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
var (
	listTaskClusters     = operation{service: "ecs", name: "ListClusters"}
	describeTaskClusters = operation{service: "ecs", name: "DescribeClusters"}
	listTaskServices     = operation{service: "ecs", name: "ListServices", absent: []string{"ClusterNotFoundException"}}
	describeTaskServices = operation{service: "ecs", name: "DescribeServices", absent: []string{"ClusterNotFoundException"}}
)

// taskClusters are the ARNs of a Region's clusters.
func taskClusters(ctx context.Context, p *place) []string {
	pages := ecs.NewListClustersPaginator(p.ecs(), &ecs.ListClustersInput{MaxResults: sdk.Int32(100)})
	all, err := everything(ctx, p, listTaskClusters, pages, func(o *ecs.ListClustersOutput) []string { return o.ClusterArns })
	p.lost(listTaskClusters, "", err)
	out := make([]string, len(all))
	for i, f := range all {
		out[i] = f.one
	}
	return out
}

// readTaskClusters asks about so many clusters at a time as the API answers.
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeClusters.html
func readTaskClusters(ctx context.Context, p *place) {
	const most = 100
	for some := range slices.Chunk(taskClusters(ctx, p), most) {
		out, r, err := get(ctx, p, describeTaskClusters, "", p.ecs().DescribeClusters, &ecs.DescribeClustersInput{
			Clusters: some, Include: []types.ClusterField{types.ClusterFieldConfigurations, types.ClusterFieldTags},
		})
		if p.lost(describeTaskClusters, "", err) {
			continue
		}
		seen := map[string]bool{}
		for _, c := range out.Clusters {
			if seen[or(c.ClusterArn, "")] = true; or(c.Status, "") == "INACTIVE" {
				continue
			}
			p.emit(item{typ: "aws_ecs_cluster", name: or(c.ClusterName, ""), arn: or(c.ClusterArn, ""), read: r, attrs: attrs{
				"id": c.ClusterArn, "arn": c.ClusterArn, "name": c.ClusterName, "configuration": clusterConfiguration(c.Configuration), "region": p.region,
				"tags_all": tagsOf(c.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }),
			}})
		}
		p.undescribed(r, some, seen, out.Failures)
	}
}

// undescribed enters what was listed and neither described nor, by its failure, gone since.
func (p *place) undescribed(r read, listed []string, seen map[string]bool, failures []types.Failure) {
	for _, f := range failures {
		if or(f.Reason, "") == "MISSING" {
			seen[or(f.Arn, "")] = true
		}
	}
	for _, arn := range listed {
		if !seen[arn] {
			p.lost(r.op, arn[strings.LastIndexByte(arn, '/')+1:], &failure{op: r.op, kind: "unreadable", code: "it is not in the answer"})
		}
	}
}

func clusterConfiguration(c *types.ClusterConfiguration) []attrs {
	if c == nil {
		return []attrs{}
	}
	commands := []attrs{}
	if e := c.ExecuteCommandConfiguration; e != nil {
		logs := []attrs{}
		if l := e.LogConfiguration; l != nil {
			logs = append(logs, attrs{
				"cloud_watch_log_group_name": optional(l.CloudWatchLogGroupName), "cloud_watch_encryption_enabled": l.CloudWatchEncryptionEnabled,
				"s3_bucket_name": optional(l.S3BucketName), "s3_bucket_encryption_enabled": l.S3EncryptionEnabled, "s3_key_prefix": optional(l.S3KeyPrefix),
			})
		}
		commands = append(commands, attrs{"kms_key_id": optional(e.KmsKeyId), "logging": optional(e.Logging), "log_configuration": logs})
	}
	return []attrs{{"execute_command_configuration": commands}}
}

// readTaskServices lists the services of each cluster and asks about ten at a time.
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html
func readTaskServices(ctx context.Context, p *place) {
	const most = 10
	forEach(ctx, taskClusters(ctx, p), func(ctx context.Context, cluster string) {
		var arns []string
		label := cluster[strings.LastIndexByte(cluster, '/')+1:]
		pages := ecs.NewListServicesPaginator(p.ecs(), &ecs.ListServicesInput{Cluster: &cluster, MaxResults: sdk.Int32(100)})
		err := listPages(ctx, p, listTaskServices, label, pages, func(page *ecs.ListServicesOutput, _ read) { arns = append(arns, page.ServiceArns...) })
		p.lost(listTaskServices, label, err)
		for some := range slices.Chunk(arns, most) {
			out, r, err := get(ctx, p, describeTaskServices, label, p.ecs().DescribeServices, &ecs.DescribeServicesInput{
				Cluster: &cluster, Services: some, Include: []types.ServiceField{types.ServiceFieldTags},
			})
			if p.lost(describeTaskServices, label, err) || err != nil {
				continue
			}
			seen := map[string]bool{}
			for _, s := range out.Services {
				if seen[or(s.ServiceArn, "")] = true; or(s.Status, "") != "INACTIVE" {
					p.emit(item{typ: "aws_ecs_service", name: serviceLabel(label, s), arn: or(s.ServiceArn, ""), read: r, attrs: serviceAttrs(s, p.region)})
				}
			}
			p.undescribed(r, some, seen, out.Failures)
		}
	})
}

// serviceLabel tells services of the same name in several clusters apart.
func serviceLabel(cluster string, s types.Service) string {
	if s.ServiceName == nil {
		return ""
	}
	return cluster + "/" + *s.ServiceName
}

func serviceAttrs(s types.Service, region string) attrs {
	networks, controllers, breakers, strategies, alarms := []attrs{}, []attrs{}, []attrs{}, []attrs{}, []attrs{}
	if n := s.NetworkConfiguration; n != nil && n.AwsvpcConfiguration != nil {
		v := n.AwsvpcConfiguration
		network := attrs{"assign_public_ip": missing(), "subnets": texts(v.Subnets), "security_groups": texts(v.SecurityGroups)}
		if v.AssignPublicIp != "" {
			network["assign_public_ip"] = v.AssignPublicIp != types.AssignPublicIpDisabled
		}
		networks = append(networks, network)
	}
	network := any(networks)
	if len(networks) == 0 && s.LaunchType == types.LaunchTypeFargate {
		network = missing() // what runs on Fargate has a network of its own
	}
	if c := s.DeploymentController; c != nil {
		controllers = append(controllers, attrs{"type": c.Type})
	}
	if d := s.DeploymentConfiguration; d != nil {
		strategies = append(strategies, attrs{"strategy": optional(d.Strategy)})
		if b := d.DeploymentCircuitBreaker; b != nil {
			breakers = append(breakers, attrs{"enable": b.Enable, "rollback": b.Rollback})
		}
		if a := d.Alarms; a != nil {
			alarms = append(alarms, attrs{"alarm_names": texts(a.AlarmNames), "enable": a.Enable, "rollback": a.Rollback})
		}
	}
	return attrs{
		"id": s.ServiceArn, "arn": s.ServiceArn, "name": s.ServiceName, "cluster": s.ClusterArn, "task_definition": optional(s.TaskDefinition), "region": region,
		"launch_type": optional(s.LaunchType), "enable_execute_command": s.EnableExecuteCommand, "network_configuration": network,
		"deployment_controller": controllers, "deployment_circuit_breaker": breakers, "deployment_configuration": strategies, "alarms": alarms,
		"tags_all": tagsOf(s.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value }),
	}
}
