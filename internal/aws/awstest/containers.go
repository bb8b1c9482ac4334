package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	ecrtypes "github.com/aws/aws-sdk-go-v2/service/ecr/types"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	ecstypes "github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/eks"
	"github.com/aws/aws-sdk-go-v2/service/eks/types"
)

// containerKey is not looked for by the emulator.
const containerKey = "arn:aws:kms:" + Region + ":123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"

func soundContainers(e *estate) {
	e.kubernetes(&eks.CreateClusterInput{
		Name: str("viewer"), Version: str("1.35"),
		Logging:            &types.Logging{ClusterLogging: []types.LogSetup{{Enabled: yes(), Types: []types.LogType{types.LogTypeApi, types.LogTypeAudit, types.LogTypeAuthenticator}}}},
		EncryptionConfig:   []types.EncryptionConfig{{Resources: []string{"secrets"}, Provider: &types.Provider{KeyArn: str(containerKey)}}},
		ResourcesVpcConfig: &types.VpcConfigRequest{EndpointPublicAccess: no(), EndpointPrivateAccess: yes()},
	})
	e.repository(&ecr.CreateRepositoryInput{
		RepositoryName: str("viewer"), ImageTagMutability: ecrtypes.ImageTagMutabilityImmutable, ImageScanningConfiguration: &ecrtypes.ImageScanningConfiguration{ScanOnPush: true},
		EncryptionConfiguration: &ecrtypes.EncryptionConfiguration{EncryptionType: ecrtypes.EncryptionTypeKms, KmsKey: str(containerKey)},
	}, `"arn:aws:iam::444455556666:root"`)
	task := e.task(&ecs.RegisterTaskDefinitionInput{Family: str("viewer"), NetworkMode: ecstypes.NetworkModeAwsvpc}, &ecstypes.ContainerDefinition{
		ReadonlyRootFilesystem: yes(), User: str("1000"), LogConfiguration: &ecstypes.LogConfiguration{LogDriver: ecstypes.LogDriverAwslogs},
	})
	e.service(&ecs.CreateClusterInput{ClusterName: str("viewer"), Configuration: &ecstypes.ClusterConfiguration{ExecuteCommandConfiguration: &ecstypes.ExecuteCommandConfiguration{
		KmsKeyId: str(containerKey), Logging: ecstypes.ExecuteCommandLoggingOverride, LogConfiguration: &ecstypes.ExecuteCommandLogConfiguration{CloudWatchLogGroupName: str("viewer")},
	}}}, task, "clinic", ecstypes.AssignPublicIpDisabled, ecstypes.DeploymentControllerTypeCodeDeploy)
}

func brokenContainers(e *estate) {
	e.kubernetes(&eks.CreateClusterInput{Name: str("kiosk"), Version: str("1.27"), ResourcesVpcConfig: &types.VpcConfigRequest{EndpointPublicAccess: yes(), PublicAccessCidrs: []string{"0.0.0.0/0"}}})
	e.repository(&ecr.CreateRepositoryInput{RepositoryName: str("kiosk")}, `"*"`)
	task := e.task(&ecs.RegisterTaskDefinitionInput{Family: str("kiosk"), NetworkMode: ecstypes.NetworkModeHost, PidMode: ecstypes.PidModeHost, Volumes: []ecstypes.Volume{
		{Name: str("scans"), EfsVolumeConfiguration: &ecstypes.EFSVolumeConfiguration{FileSystemId: str("fs-0123456789abcdef0"), TransitEncryption: ecstypes.EFSTransitEncryptionDisabled}},
	}}, &ecstypes.ContainerDefinition{Privileged: yes(), Environment: []ecstypes.KeyValuePair{{Name: str("DB_PASSWORD"), Value: str("correct-horse")}}})
	e.service(&ecs.CreateClusterInput{ClusterName: str("kiosk")}, task, "open", ecstypes.AssignPublicIpEnabled, ecstypes.DeploymentControllerTypeEcs)
}

func (e *estate) task(in *ecs.RegisterTaskDefinitionInput, app *ecstypes.ContainerDefinition) *string {
	app.Name, app.Image, app.Memory = str("app"), str("app:1"), i32(512)
	in.ContainerDefinitions = []ecstypes.ContainerDefinition{*app}
	return must[*ecs.RegisterTaskDefinitionOutput](e)(ecs.NewFromConfig(e.config).RegisterTaskDefinition(e.ctx, in)).TaskDefinition.TaskDefinitionArn
}

// service runs a task in a cluster of its own and in the subnets of the network.
func (e *estate) service(cluster *ecs.CreateClusterInput, task *string, label string, public ecstypes.AssignPublicIp, deploys ecstypes.DeploymentControllerType) {
	c := ecs.NewFromConfig(e.config)
	must[*ecs.CreateClusterOutput](e)(c.CreateCluster(e.ctx, cluster))
	subnets, vpc := e.subnets(label)
	name := *cluster.ClusterName
	must[*ecs.CreateServiceOutput](e)(c.CreateService(e.ctx, &ecs.CreateServiceInput{
		Cluster: &name, ServiceName: &name, TaskDefinition: task, DesiredCount: i32(0), LaunchType: ecstypes.LaunchTypeFargate,
		DeploymentController: &ecstypes.DeploymentController{Type: deploys}, Tags: []ecstypes.Tag{{Key: str("DataClass"), Value: str("PHI")}},
		NetworkConfiguration: &ecstypes.NetworkConfiguration{AwsvpcConfiguration: &ecstypes.AwsVpcConfiguration{Subnets: subnets, SecurityGroups: []string{e.groupOf(vpc)}, AssignPublicIp: public}},
	}))
	e.names["aws_ecs_service."+name+"/"+name] = "aws_ecs_service." + name
}

func (e *estate) kubernetes(in *eks.CreateClusterInput) {
	in.RoleArn, in.Tags = str("arn:aws:iam::"+e.account+":role/eks"), map[string]string{"DataClass": "PHI"}
	in.ResourcesVpcConfig.SubnetIds = []string{"subnet-0123456789abcdef0", "subnet-0123456789abcdef1"}
	must[*eks.CreateClusterOutput](e)(eks.NewFromConfig(e.config).CreateCluster(e.ctx, in))
}

func (e *estate) repository(in *ecr.CreateRepositoryInput, who string) {
	c := ecr.NewFromConfig(e.config)
	in.Tags = []ecrtypes.Tag{{Key: str("DataClass"), Value: str("PHI")}}
	must[*ecr.CreateRepositoryOutput](e)(c.CreateRepository(e.ctx, in))
	must[*ecr.SetRepositoryPolicyOutput](e)(c.SetRepositoryPolicy(e.ctx, &ecr.SetRepositoryPolicyInput{
		RepositoryName: in.RepositoryName, PolicyText: str(statement(`"Effect":"Allow","Principal":{"AWS":` + who + `},"Action":"ecr:BatchGetImage"`)),
	}))
}
