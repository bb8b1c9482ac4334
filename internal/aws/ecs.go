package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
var (
	listTaskFamilies = operation{service: "ecs", name: "ListTaskDefinitionFamilies"}
	describeTask     = operation{service: "ecs", name: "DescribeTaskDefinition"}
)

func ecsParts() []part {
	return []part{
		{types: []string{"aws_ecs_task_definition"}, uses: []operation{listTaskFamilies, describeTask}, run: readTasks},
		{types: []string{"aws_ecs_cluster"}, uses: []operation{listTaskClusters, describeTaskClusters}, run: readTaskClusters},
		{types: []string{"aws_ecs_service"}, uses: []operation{listTaskClusters, listTaskServices, describeTaskServices}, run: readTaskServices},
	}
}

func (p *place) ecs() *ecs.Client { return ecs.NewFromConfig(p.config()) }

// readTasks reads the newest active revision of each family, which is what is run where
// no other is named. There can be thousands of older ones.
func readTasks(ctx context.Context, p *place) {
	client := p.ecs()
	var families []string
	pages := ecs.NewListTaskDefinitionFamiliesPaginator(client, &ecs.ListTaskDefinitionFamiliesInput{Status: types.TaskDefinitionFamilyStatusActive})
	list(ctx, p, listTaskFamilies, pages, func(page *ecs.ListTaskDefinitionFamiliesOutput, _ read) {
		families = append(families, page.Families...)
	})
	forEach(ctx, families, func(ctx context.Context, family string) {
		out, r, err := get(ctx, p, describeTask, family, client.DescribeTaskDefinition, &ecs.DescribeTaskDefinitionInput{
			TaskDefinition: &family, Include: []types.TaskDefinitionField{types.TaskDefinitionFieldTags},
		})
		it := item{typ: "aws_ecs_task_definition", name: family, arn: p.arn("ecs", "task-definition/"+family), read: r, attrs: attrs{"id": family, "family": family}}
		if failure := asFailure(err); failure != nil || out == nil || out.TaskDefinition == nil {
			if failure == nil {
				failure = asFailure(p.end(r, &unreadable{"it holds no task definition"}))
			}
			p.lostOne(r, failure)
			it.unread = failure
			p.emit(it)
			return
		}
		it.arn = or(out.TaskDefinition.TaskDefinitionArn, it.arn)
		it.attrs = taskAttrs(out.TaskDefinition)
		it.attrs["tags_all"] = tagsOf(out.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		p.emit(it)
	})
}

// taskAttrs has the containers as structure, where the provider has JSON text. The values
// of their environments, which are often secrets, are examined.
// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
func taskAttrs(d *types.TaskDefinition) attrs {
	containers := []attrs{}
	for _, c := range d.ContainerDefinitions {
		environment, secrets := []attrs{}, []attrs{}
		for _, v := range c.Environment {
			environment = append(environment, attrs{"name": v.Name, "value": valueOf(v.Name, v.Value)})
		}
		for _, s := range c.Secrets {
			secrets = append(secrets, attrs{"name": s.Name, "valueFrom": s.ValueFrom})
		}
		var logs any
		if l := c.LogConfiguration; l != nil {
			logs = attrs{"logDriver": l.LogDriver, "options": l.Options}
		}
		containers = append(containers, attrs{
			"name": c.Name, "image": c.Image, "environment": always(c.Environment, environment), "secrets": secrets, "logConfiguration": logs,
			"privileged": or(c.Privileged, false), "readonlyRootFilesystem": or(c.ReadonlyRootFilesystem, false), "user": optional(c.User),
		})
	}
	platforms, volumes := []attrs{}, []attrs{}
	if r := d.RuntimePlatform; r != nil {
		platforms = append(platforms, attrs{"operating_system_family": optional(r.OperatingSystemFamily), "cpu_architecture": optional(r.CpuArchitecture)})
	}
	for _, v := range d.Volumes {
		files := []attrs{}
		if e := v.EfsVolumeConfiguration; e != nil {
			files = append(files, attrs{"file_system_id": e.FileSystemId, "transit_encryption": optional(e.TransitEncryption)})
		}
		volumes = append(volumes, attrs{"name": optional(v.Name), "efs_volume_configuration": files})
	}
	return attrs{
		"runtime_platform": platforms, "volume": always(d.Volumes, volumes),
		"id": d.Family, "family": d.Family, "arn": d.TaskDefinitionArn, "container_definitions": always(d.ContainerDefinitions, containers),
		"network_mode": optional(d.NetworkMode), "pid_mode": optional(d.PidMode), "ipc_mode": optional(d.IpcMode),
		"task_role_arn": optional(d.TaskRoleArn), "execution_role_arn": optional(d.ExecutionRoleArn),
	}
}
