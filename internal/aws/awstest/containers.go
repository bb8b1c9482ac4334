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
	e.task("viewer")
}

func brokenContainers(e *estate) {
	e.kubernetes(&eks.CreateClusterInput{Name: str("kiosk"), Version: str("1.27"), ResourcesVpcConfig: &types.VpcConfigRequest{EndpointPublicAccess: yes(), PublicAccessCidrs: []string{"0.0.0.0/0"}}})
	e.repository(&ecr.CreateRepositoryInput{RepositoryName: str("kiosk")}, `"*"`)
	e.task("kiosk", ecstypes.KeyValuePair{Name: str("DB_PASSWORD"), Value: str("correct-horse")})
}

func (e *estate) task(name string, environment ...ecstypes.KeyValuePair) {
	must[*ecs.RegisterTaskDefinitionOutput](e)(ecs.NewFromConfig(e.config).RegisterTaskDefinition(e.ctx, &ecs.RegisterTaskDefinitionInput{
		Family: &name, ContainerDefinitions: []ecstypes.ContainerDefinition{{Name: str("app"), Image: str("app:1"), Memory: i32(512), Environment: environment}},
	}))
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
