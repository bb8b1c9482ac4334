package aws_test

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

func startMoto(t testing.TB, env ...string) string { t.Helper(); return awstest.Start(t, env...) }

func seeder(url, account, region string) sdk.Config { return awstest.Seeder(url, account, region) }
