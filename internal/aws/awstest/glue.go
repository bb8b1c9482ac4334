package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/glue"
	"github.com/aws/aws-sdk-go-v2/service/glue/types"
)

// extracts makes a job, a crawler and a connection of one name.
func (e *estate) extracts(name string, security *string, tls string) {
	c, role := glue.NewFromConfig(e.config), "arn:aws:iam::"+e.account+":role/glue"
	must[*glue.CreateJobOutput](e)(c.CreateJob(e.ctx, &glue.CreateJobInput{
		Name: &name, Role: &role, SecurityConfiguration: security, Command: &types.JobCommand{ScriptLocation: str("s3://clinic-jobs/" + name + ".py")},
	}))
	must[*glue.CreateCrawlerOutput](e)(c.CreateCrawler(e.ctx, &glue.CreateCrawlerInput{
		Name: &name, Role: &role, DatabaseName: &name, CrawlerSecurityConfiguration: security,
		Targets: &types.CrawlerTargets{S3Targets: []types.S3Target{{Path: str("s3://clinic-" + name)}}},
	}))
	must[*glue.CreateConnectionOutput](e)(c.CreateConnection(e.ctx, &glue.CreateConnectionInput{ConnectionInput: &types.ConnectionInput{
		Name: &name, ConnectionType: types.ConnectionTypeJdbc, ConnectionProperties: map[string]string{"JDBC_ENFORCE_SSL": tls, "SECRET_ID": name},
	}}))
}

func soundGlue(e *estate) {
	c := glue.NewFromConfig(e.config)
	must[*glue.CreateSecurityConfigurationOutput](e)(c.CreateSecurityConfiguration(e.ctx, &glue.CreateSecurityConfigurationInput{
		Name: str("strict"), EncryptionConfiguration: &types.EncryptionConfiguration{
			S3Encryption:           []types.S3Encryption{{S3EncryptionMode: types.S3EncryptionModeSsekms, KmsKeyArn: &e.phiKey}},
			CloudWatchEncryption:   &types.CloudWatchEncryption{CloudWatchEncryptionMode: types.CloudWatchEncryptionModeSsekms, KmsKeyArn: &e.phiKey},
			JobBookmarksEncryption: &types.JobBookmarksEncryption{JobBookmarksEncryptionMode: types.JobBookmarksEncryptionModeCsekms, KmsKeyArn: &e.phiKey},
		},
	}))
	must[*glue.PutDataCatalogEncryptionSettingsOutput](e)(c.PutDataCatalogEncryptionSettings(e.ctx, &glue.PutDataCatalogEncryptionSettingsInput{
		DataCatalogEncryptionSettings: &types.DataCatalogEncryptionSettings{
			EncryptionAtRest:             &types.EncryptionAtRest{CatalogEncryptionMode: types.CatalogEncryptionModeSsekms, SseAwsKmsKeyId: &e.phiKey},
			ConnectionPasswordEncryption: &types.ConnectionPasswordEncryption{ReturnConnectionPasswordEncrypted: true, AwsKmsKeyId: &e.phiKey},
		},
	}))
	e.extracts("claims", str("strict"), "true")
}

func brokenGlue(e *estate) { e.extracts("intake", nil, "false") }
