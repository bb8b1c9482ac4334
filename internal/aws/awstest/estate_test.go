package awstest

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	neturl "net/url"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// TestFillAgain loses the answer to a call that makes something, which the account then
// has, and shows that the account is filled anew.
func TestFillAgain(t *testing.T) {
	emulator, err := neturl.Parse(Start(t))
	if err != nil {
		t.Fatal(err)
	}
	pass := httputil.NewSingleHostReverseProxy(emulator)
	var groups atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" && groups.Add(1) == 2 {
			pass.ServeHTTP(httptest.NewRecorder(), r)
			panic(http.ErrAbortHandler)
		}
		pass.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	fill(t, server.URL, "123456789012", func(e *estate) {
		for _, name := range []string{"a", "b"} {
			must[*iam.CreateGroupOutput](e)(iam.NewFromConfig(e.config).CreateGroup(e.ctx, &iam.CreateGroupInput{GroupName: &name}))
		}
	})
	if n := groups.Load(); n != 4 {
		t.Errorf("%d calls: two, of which the second is lost, and two again", n)
	}
}
