package aws_test

import (
	"os"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// emulator serves all tests, one after the other.
var emulator awstest.Emulator

func TestMain(m *testing.M) {
	code := m.Run()
	emulator.Stop()
	os.Exit(code)
}

func startMoto(t testing.TB) string { t.Helper(); return emulator.Empty(t) }

func seeder(url, account, region string) sdk.Config { return awstest.Seeder(url, account, region) }

// made is what a call of a test's set-up answered.
func made[T any](t *testing.T) func(T, error) T {
	t.Helper()
	return func(out T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
}
