package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/configservice"
	configtypes "github.com/aws/aws-sdk-go-v2/service/configservice/types"
	"github.com/aws/aws-sdk-go-v2/service/guardduty"
	"github.com/aws/aws-sdk-go-v2/service/inspector2"
	inspectortypes "github.com/aws/aws-sdk-go-v2/service/inspector2/types"
	"github.com/aws/aws-sdk-go-v2/service/securityhub"
)

// soundWatchers turns on what watches a Region. In the broken account nothing does.
func soundWatchers(e *estate) {
	d := must[*guardduty.CreateDetectorOutput](e)(guardduty.NewFromConfig(e.config).CreateDetector(e.ctx, &guardduty.CreateDetectorInput{Enable: yes()}))
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
