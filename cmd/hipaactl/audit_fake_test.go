package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

const ownAccount = "123456789012"

// fakeAWS answers the few operations that judging the account's public access block takes,
// and those that a test replaces, by name.
type fakeAWS map[string]http.HandlerFunc

// start serves it until the test ends and gives the SDK credentials for it alone.
func (f fakeAWS) start(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(f)
	t.Cleanup(server.Close)
	onlyTestCredentials(t)
	return server.URL
}

// onlyTestCredentials makes the SDK depend on nothing that is on this machine.
func onlyTestCredentials(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{
		"AWS_ACCESS_KEY_ID": "AKIATESTTESTTESTTEST", "AWS_SECRET_ACCESS_KEY": "pl4nted-secret", "AWS_SESSION_TOKEN": "pl4nted-token",
		"AWS_PROFILE": "", "AWS_REGION": "", "AWS_DEFAULT_REGION": "", "AWS_EC2_METADATA_DISABLED": "true", "AWS_ENDPOINT_URL": "",
		"AWS_CONFIG_FILE": filepath.Join(t.TempDir(), "none"), "AWS_SHARED_CREDENTIALS_FILE": filepath.Join(t.TempDir(), "none"),
		"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "", "AWS_RETRY_MODE": "", "AWS_MAX_ATTEMPTS": "1",
	} {
		t.Setenv(name, value)
	}
}

func (f fakeAWS) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	op := operationOf(r)
	if answer, ok := f[op]; ok {
		answer(w, r)
		return
	}
	switch op {
	case "GetCallerIdentity":
		xml(`<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::`+ownAccount+`:user/auditor</Arn>`+
			`<Account>`+ownAccount+`</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`)(w, r)
	case "DescribeRegions":
		xml(`<DescribeRegionsResponse><regionInfo>`+
			`<item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>`+
			`<item><regionName>af-south-1</regionName><optInStatus>not-opted-in</optInStatus></item>`+
			`</regionInfo></DescribeRegionsResponse>`)(w, r)
	case "GetPublicAccessBlock":
		xml(`<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>`+
			`<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>`)(w, r)
	default:
		http.Error(w, "no such operation here: "+op, http.StatusNotImplemented)
	}
}

// operationOf names the operation in the protocols that the fake speaks.
func operationOf(r *http.Request) string {
	if target := r.Header.Get("X-Amz-Target"); target != "" {
		return target[strings.LastIndexByte(target, '.')+1:]
	}
	if strings.HasSuffix(r.URL.Path, "/configuration/publicAccessBlock") {
		return "GetPublicAccessBlock"
	}
	return r.FormValue("Action")
}

func xml(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/xml")
		_, _ = fmt.Fprint(w, body)
	}
}

// refuse answers with an error as the query protocol writes it.
func refuse(status int, code string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/xml")
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, `<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>pl4nted-message</Message></Error></ErrorResponse>`, code)
	}
}

// refuseJSON answers with an error as the JSON protocols write it.
func refuseJSON(status int, code string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, `{"__type": %q, "message": "pl4nted-message"}`, code)
	}
}

// members answers ListAccounts with active accounts.
func members(ids ...string) http.HandlerFunc {
	var all []string
	for _, id := range ids {
		all = append(all, fmt.Sprintf(`{"Id": %q, "Name": "Clinic", "Status": "ACTIVE"}`, id))
	}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		_, _ = fmt.Fprintf(w, `{"Accounts": [%s]}`, strings.Join(all, ", "))
	}
}
