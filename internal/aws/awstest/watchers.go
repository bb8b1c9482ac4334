package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/configservice"
	configtypes "github.com/aws/aws-sdk-go-v2/service/configservice/types"
	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	guarddutytypes "github.com/aws/aws-sdk-go-v2/service/guardduty/types"
	"github.com/aws/aws-sdk-go-v2/service/inspector2"
	inspectortypes "github.com/aws/aws-sdk-go-v2/service/inspector2/types"
	"github.com/aws/aws-sdk-go-v2/service/securityhub"
)

// soundWatchers turns on what watches a Region. In the broken account nothing does.
func soundWatchers(e *estate) {
	var features []guarddutytypes.DetectorFeatureConfiguration
	for _, name := range []string{"S3_DATA_EVENTS", "RDS_LOGIN_EVENTS", "EBS_MALWARE_PROTECTION", "RUNTIME_MONITORING", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS"} {
		features = append(features, guarddutytypes.DetectorFeatureConfiguration{Name: guarddutytypes.DetectorFeature(name), Status: guarddutytypes.FeatureStatusEnabled})
	}
	d := must[*guardduty.CreateDetectorOutput](e)(guardduty.NewFromConfig(e.config).CreateDetector(e.ctx, &guardduty.CreateDetectorInput{Enable: yes(), Features: features}))
	e.names["aws_guardduty_detector."+*d.DetectorId] = "aws_guardduty_detector.on"
	must[*securityhub.EnableSecurityHubOutput](e)(securityhub.NewFromConfig(e.config).EnableSecurityHub(e.ctx, &securityhub.EnableSecurityHubInput{EnableDefaultStandards: yes()}))
	must[*inspector2.EnableOutput](e)(inspector2.NewFromConfig(e.config).Enable(e.ctx, &inspector2.EnableInput{AccountIds: []string{e.account}, ResourceTypes: []inspectortypes.ResourceScanType{
		inspectortypes.ResourceScanTypeEc2, inspectortypes.ResourceScanTypeEcr, inspectortypes.ResourceScanTypeLambda, inspectortypes.ResourceScanTypeLambdaCode,
	}}))
	e.recorder()
}

func brokenWatchers(*estate) {}

func (e *estate) recorder() {
	c := configservice.NewFromConfig(e.config)
	must[*configservice.PutConfigurationRecorderOutput](e)(c.PutConfigurationRecorder(e.ctx, &configservice.PutConfigurationRecorderInput{ConfigurationRecorder: &configtypes.ConfigurationRecorder{
		Name: str("default"), RoleARN: str("arn:aws:iam::" + e.account + ":role/config"), RecordingGroup: &configtypes.RecordingGroup{AllSupported: true, IncludeGlobalResourceTypes: true},
	}}))
	must[*configservice.PutDeliveryChannelOutput](e)(c.PutDeliveryChannel(e.ctx, &configservice.PutDeliveryChannelInput{DeliveryChannel: &configtypes.DeliveryChannel{
		Name: str("default"), S3BucketName: str("clinic-trail"),
	}}))
	must[*configservice.StartConfigurationRecorderOutput](e)(c.StartConfigurationRecorder(e.ctx, &configservice.StartConfigurationRecorderInput{ConfigurationRecorderName: str("default")}))
}
