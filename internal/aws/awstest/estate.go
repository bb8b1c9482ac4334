package awstest

import (
	"context"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
)

// Region is where Sound and Broken put everything.
const Region = "eu-west-1"

// Names maps what an account calls a resource ("aws_vpc.vpc-1234") to its address in
// the configuration that describes the same thing ("aws_vpc.clinic"). What is not in
// it has the same name in both.
type Names map[string]string

// estate is an account that is being filled.
type estate struct {
	t       testing.TB
	ctx     context.Context
	config  sdk.Config
	account string
	names   Names
	// phiKey is the ARN of the sound account's key for what holds PHI.
	phiKey string
}

// Sound fills an account as testdata/live/sound.tf describes it: all rules pass.
func Sound(t testing.TB, url, account string) Names {
	t.Helper()
	e := newEstate(t, url, account)
	key := e.soundIdentity()
	e.phiKey = key
	e.soundStorage(key)
	e.soundDatabases(key)
	e.soundNetwork(key)
	e.soundTrail()
	for _, s := range services() {
		s.sound(e)
	}
	return e.names
}

// Broken fills an account as testdata/live/broken.tf describes it: each rule fails.
func Broken(t testing.TB, url, account string) Names {
	t.Helper()
	e := newEstate(t, url, account)
	e.brokenStorage()
	e.brokenDatabases()
	e.brokenNetwork()
	e.brokenIdentity()
	e.brokenTrail()
	for _, s := range services() {
		s.broken(e)
	}
	return e.names
}

// service is what one service adds to both accounts. Its configuration is a file of
// the same name in testdata/live/sound and testdata/live/broken.
type service struct{ sound, broken func(*estate) }

// services are in the order of their names, a line and a file each.
func services() []service {
	return []service{
		{soundBackup, brokenBackup},
		{soundAPIGateway, brokenAPIGateway},
		{soundCloudFront, brokenCloudFront},
		{soundCloudWatch, brokenCloudWatch},
		{soundCompute, brokenCompute},
		{soundContainers, brokenContainers},
		{soundDAX, brokenDAX},
		{soundELB, brokenELB},
		{soundNeptune, brokenNeptune},
		{soundElastiCache, brokenElastiCache},
		{soundIAM, brokenIAM},
		{soundLambda, brokenLambda},
		{soundLogs, brokenLogs},
		{soundFiles, brokenFiles},
		{soundMessages, brokenMessages},
		{soundSSM, brokenSSM},
		{soundSegmentation, brokenSegmentation},
		{soundWAF, brokenWAF},
		{soundAthena, brokenAthena},
		{soundDMS, brokenDMS},
		{soundKafka, brokenKafka},
		{soundKinesis, brokenKinesis},
		{soundOpenSearch, brokenOpenSearch},
		{soundRedshift, brokenRedshift},
		{soundWatched, brokenWatched},
		{soundSageMaker, brokenSageMaker},
		{soundWatchers, brokenWatchers},
	}
}

func newEstate(t testing.TB, url, account string) *estate {
	return &estate{t: t, ctx: t.Context(), config: Seeder(url, account, Region), account: account, names: Names{}}
}

// must stops the test where the emulator refused.
func must[T any](e *estate) func(T, error) T {
	return func(v T, err error) T {
		e.t.Helper()
		if err != nil {
			e.t.Fatal(err)
		}
		return v
	}
}

func str(s string) *string { return &s }
func yes() *bool           { return sdk.Bool(true) }
func no() *bool            { return sdk.Bool(false) }
