package aws_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

const ownAccount = "123456789012"

// environment makes the SDK's configuration depend on the test alone.
func environment(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_SESSION_TOKEN": "", "AWS_PROFILE": "", "AWS_REGION": "",
		"AWS_DEFAULT_REGION": "", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
		"AWS_ENDPOINT_URL": "", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "", "AWS_RETRY_MODE": "", "AWS_MAX_ATTEMPTS": "",
	} {
		t.Setenv(name, value)
	}
}

func wanted(types ...string) resource.Wanted {
	w := resource.Wanted{}
	for _, typ := range types {
		w[typ] = &resource.Shape{Kind: resource.Object}
	}
	return w
}

func TestAuditBuckets(t *testing.T) {
	url := startMoto(t)
	environment(t)
	client := s3.NewFromConfig(seeder(url, ownAccount, "eu-west-1"), func(o *s3.Options) { o.UsePathStyle = true })
	name := "records"
	if _, err := client.CreateBucket(t.Context(), &s3.CreateBucketInput{Bucket: &name, CreateBucketConfiguration: &s3types.CreateBucketConfiguration{LocationConstraint: "eu-west-1"}}); err != nil {
		t.Fatal(err)
	}
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(aws.Types()...), EndpointURL: url, Regions: []string{"eu-west-1", "us-east-1"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range result.Set.Resources {
		t.Logf("%s %s %#v", r.Root, r.Address, r.Values)
	}
	for _, g := range result.Set.Gaps {
		t.Logf("%+v", g)
	}
	for _, c := range result.Set.Calls {
		t.Logf("%+v", *c)
	}
	if !strings.HasPrefix(result.Set.Resources[0].ARN, "arn:aws:s3:::") {
		t.Error(result.Set.Resources[0].ARN)
	}
}
