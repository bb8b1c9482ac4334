package awstest

import (
	"context"
	"errors"
	"net/http"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	smithyhttp "github.com/aws/smithy-go/transport/http"
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
	// refused ends what makes the account; it does not return.
	refused func(error)
}

// Sound empties the emulator and fills an account as testdata/live/sound.tf describes
// it: all rules pass.
func Sound(t testing.TB, url, account string) Names {
	t.Helper()
	return fill(t, url, account, (*estate).makeSound)
}

// Broken empties the emulator and fills an account as testdata/live/broken.tf describes
// it: each rule fails.
func Broken(t testing.TB, url, account string) Names {
	t.Helper()
	return fill(t, url, account, (*estate).makeBroken)
}

// Both empties the emulator and fills one account with what Sound and what Broken put in.
func Both(t testing.TB, url, account string) {
	t.Helper()
	fill(t, url, account, (*estate).makeSound, (*estate).makeBroken)
}

func (e *estate) makeSound() {
	e.phiKey = e.soundIdentity()
	e.soundStorage(e.phiKey)
	e.soundDatabases(e.phiKey)
	e.soundNetwork(e.phiKey)
	e.soundTrail()
	for _, s := range services() {
		s.sound(e)
	}
}

func (e *estate) makeBroken() {
	e.brokenStorage()
	e.brokenDatabases()
	e.brokenNetwork()
	e.brokenIdentity()
	e.brokenTrail()
	for _, s := range services() {
		s.broken(e)
	}
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
		{soundCodeBuild, brokenCodeBuild},
		{soundCompute, brokenCompute},
		{soundContainers, brokenContainers},
		{soundDAX, brokenDAX},
		{soundELB, brokenELB},
		{soundEndpoints, brokenEndpoints},
		{soundEMR, brokenEMR},
		{soundEnclaves, brokenEnclaves},
		{soundNeptune, brokenNeptune},
		{soundElastiCache, brokenElastiCache},
		{soundIAM, brokenIAM},
		{soundLambda, brokenLambda},
		{soundLogs, brokenLogs},
		{soundFiles, brokenFiles},
		{soundGlue, brokenGlue},
		{soundMacie, brokenMacie},
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

// fills is how often an account is filled before the test gives up.
const fills = 3

// fill empties the emulator and fills the account. Where an answer was lost, as happens
// on a busy machine, it begins again with nothing: to send what makes a thing twice may
// make two of it, or be refused because the first was made.
func fill(t testing.TB, url, account string, makers ...func(*estate)) Names {
	t.Helper()
	for try := 1; ; try++ {
		Post(t, url+"/moto-api/reset", "")
		e := newEstate(t, url, account, Region)
		e.config.RetryMaxAttempts = 1
		e.refused = func(err error) { panic(stop{err}) }
		err := e.try(makers)
		switch {
		case err == nil:
			return e.names
		case try == fills || !lost(err):
			t.Fatal(err)
		}
		t.Logf("an answer of the emulator was lost, the account is filled again: %v", err)
	}
}

func newEstate(t testing.TB, url, account, region string) *estate {
	return &estate{t: t, ctx: t.Context(), config: Seeder(url, account, region), account: account, names: Names{}, refused: func(err error) { t.Fatal(err) }}
}

// stop is how must leaves what is being made, so that try sees why.
type stop struct{ err error }

// try returns the error with which the emulator stopped a maker.
func (e *estate) try(makers []func(*estate)) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			err = r.err
		default:
			panic(r)
		}
	}()
	for _, maker := range makers {
		maker(e)
	}
	return nil
}

// lost tells a call that was not answered, or with a fault of the emulator, from one that
// it refused.
func lost(err error) bool {
	var answer *smithyhttp.ResponseError
	if !errors.As(err, &answer) {
		return true
	}
	status := answer.HTTPStatusCode() // 0 without an answer
	return status < http.StatusBadRequest || status >= http.StatusInternalServerError
}

// must stops what is being made where the emulator refused.
func must[T any](e *estate) func(T, error) T {
	return func(v T, err error) T {
		e.t.Helper()
		if err != nil {
			e.refused(err)
		}
		return v
	}
}

func str(s string) *string { return &s }
func yes() *bool           { return sdk.Bool(true) }
func no() *bool            { return sdk.Bool(false) }
