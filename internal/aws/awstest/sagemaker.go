package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/sagemaker"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker/types"
)

// learning fills SageMaker with a notebook, a model and an endpoint's configuration.
func (e *estate) learning(name string, notebook *sagemaker.CreateNotebookInstanceInput, isolated bool, key *string, tags map[string]string) {
	var set []types.Tag
	for k, v := range tags {
		set = append(set, types.Tag{Key: str(k), Value: str(v)})
	}
	c := sagemaker.NewFromConfig(e.config)
	role := "arn:aws:iam::" + e.account + ":role/sagemaker"
	notebook.NotebookInstanceName, notebook.InstanceType, notebook.RoleArn, notebook.KmsKeyId, notebook.Tags = &name, types.InstanceTypeMlT3Medium, &role, key, set
	must[*sagemaker.CreateNotebookInstanceOutput](e)(c.CreateNotebookInstance(e.ctx, notebook))
	must[*sagemaker.CreateModelOutput](e)(c.CreateModel(e.ctx, &sagemaker.CreateModelInput{
		ModelName: &name, ExecutionRoleArn: &role, EnableNetworkIsolation: &isolated, Tags: set,
		PrimaryContainer: &types.ContainerDefinition{Image: str("111122223333.dkr.ecr.eu-west-1.amazonaws.com/triage:1")},
	}))
	must[*sagemaker.CreateEndpointConfigOutput](e)(c.CreateEndpointConfig(e.ctx, &sagemaker.CreateEndpointConfigInput{
		EndpointConfigName: &name, KmsKeyId: key, Tags: set,
		ProductionVariants: []types.ProductionVariant{{VariantName: str("all"), ModelName: &name, InstanceType: types.ProductionVariantInstanceTypeMlM5Large, InitialInstanceCount: i32(1)}},
	}))
}

func soundSageMaker(e *estate) {
	e.learning("triage", &sagemaker.CreateNotebookInstanceInput{
		DirectInternetAccess: types.DirectInternetAccessDisabled, RootAccess: types.RootAccessDisabled, SubnetId: str("subnet-1"), SecurityGroupIds: []string{"sg-1"},
	}, true, &e.phiKey, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
}

func brokenSageMaker(e *estate) {
	e.learning("intake", &sagemaker.CreateNotebookInstanceInput{
		DirectInternetAccess: types.DirectInternetAccessEnabled, RootAccess: types.RootAccessEnabled,
	}, false, nil, map[string]string{"team": "billing"})
}
