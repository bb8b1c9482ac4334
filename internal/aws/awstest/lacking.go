package awstest

import (
	"io"
	"maps"
	"net/http"
	"strings"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
)

// lacking answers operations of services that the emulator does not have, as an account
// does that has nothing there.
var lacking = map[string]string{
	"Redshift Serverless ListNamespaces": `{"namespaces":[]}`,
	"Redshift Serverless ListWorkgroups": `{"workgroups":[]}`,
}

// Lacking are the answers of an account without anything in the services that the
// emulator does not have, by the SDK's name of the operation.
func Lacking() map[string]string { return maps.Clone(lacking) }

// Client is an HTTP client for the emulator that answers in its place what it does not have.
func Client() *http.Client { return &http.Client{Timeout: answersIn, Transport: lacks{emulated()}} }

// emulated reaches the emulator, by whatever host a service asks for.
func emulated() http.RoundTripper {
	return Seeder("", "", "").HTTPClient.(interface{ GetTransport() *http.Transport }).GetTransport()
}

type lacks struct{ next http.RoundTripper }

func (l lacks) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	body, ok := lacking[awsmiddleware.GetServiceID(ctx)+" "+awsmiddleware.GetOperationName(ctx)]
	if !ok {
		return l.next.RoundTrip(r)
	}
	if r.Body != nil {
		_ = r.Body.Close()
	}
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Request: r, Body: io.NopCloser(strings.NewReader(body))}, nil
}
