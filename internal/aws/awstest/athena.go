package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/athena"
	"github.com/aws/aws-sdk-go-v2/service/athena/types"
)

func (e *estate) workgroup(name string, settings *types.WorkGroupConfiguration, tags map[string]string) {
	var set []types.Tag
	for k, v := range tags {
		set = append(set, types.Tag{Key: str(k), Value: str(v)})
	}
	must[*athena.CreateWorkGroupOutput](e)(athena.NewFromConfig(e.config).CreateWorkGroup(e.ctx, &athena.CreateWorkGroupInput{
		Name: &name, Description: str(name), Configuration: settings, Tags: set,
	}))
}

func soundAthena(e *estate) {
	e.workgroup("claims", &types.WorkGroupConfiguration{
		EnforceWorkGroupConfiguration: yes(), PublishCloudWatchMetricsEnabled: yes(),
		ResultConfiguration: &types.ResultConfiguration{
			OutputLocation: str("s3://clinic-phi-records/results/"), EncryptionConfiguration: &types.EncryptionConfiguration{EncryptionOption: types.EncryptionOptionSseKms, KmsKey: &e.phiKey},
		},
	}, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
}

func brokenAthena(e *estate) {
	e.workgroup("visits", &types.WorkGroupConfiguration{
		EnforceWorkGroupConfiguration: no(), PublishCloudWatchMetricsEnabled: no(), ResultConfiguration: &types.ResultConfiguration{OutputLocation: str("s3://phi-archive/results/")},
	}, map[string]string{"team": "billing"})
}
