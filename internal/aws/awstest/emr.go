package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/emr"
	"github.com/aws/aws-sdk-go-v2/service/emr/types"
)

// hadoop makes a cluster in the first subnet of the network.
func (e *estate) hadoop(name, label string, security *string, kerberos *types.KerberosAttributes) {
	subnets, _ := e.subnets(label)
	made := must[*emr.RunJobFlowOutput](e)(emr.NewFromConfig(e.config).RunJobFlow(e.ctx, &emr.RunJobFlowInput{
		Name: &name, ReleaseLabel: str("emr-7.5.0"), ServiceRole: str("emr"), JobFlowRole: str("emr-nodes"), SecurityConfiguration: security, KerberosAttributes: kerberos,
		Instances: &types.JobFlowInstancesConfig{KeepJobFlowAliveWhenNoSteps: yes(), Ec2SubnetId: &subnets[0]},
	}))
	e.names["aws_emr_cluster."+*made.JobFlowId] = "aws_emr_cluster." + name
}

func soundEMR(e *estate) {
	c := emr.NewFromConfig(e.config)
	must[*emr.CreateSecurityConfigurationOutput](e)(c.CreateSecurityConfiguration(e.ctx, &emr.CreateSecurityConfigurationInput{
		Name: str("strict"), SecurityConfiguration: str(`{"EncryptionConfiguration":{"EnableAtRestEncryption":true,"EnableInTransitEncryption":true,` +
			`"InTransitEncryptionConfiguration":{"TLSCertificateConfiguration":{"CertificateProviderType":"PEM","S3Object":"s3://clinic-phi-records/nodes.zip"}},` +
			`"AtRestEncryptionConfiguration":{"LocalDiskEncryptionConfiguration":{"EncryptionKeyProviderType":"AwsKms","AwsKmsKey":"` + e.phiKey + `"}}}}`),
	}))
	must[*emr.PutBlockPublicAccessConfigurationOutput](e)(c.PutBlockPublicAccessConfiguration(e.ctx, &emr.PutBlockPublicAccessConfigurationInput{
		BlockPublicAccessConfiguration: &types.BlockPublicAccessConfiguration{BlockPublicSecurityGroupRules: yes()},
	}))
	e.hadoop("outcomes", "clinic", str("strict"), &types.KerberosAttributes{Realm: str("EC2.INTERNAL"), KdcAdminPassword: str("of the KDC alone")})
}

func brokenEMR(e *estate) { e.hadoop("outcomes", "open", nil, nil) }
