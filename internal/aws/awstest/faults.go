package awstest

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// Fault is a way in which a service can fail to answer.
type Fault string

// The faults.
const (
	// Throttle refuses with the throttling error of the request's own protocol.
	Throttle Fault = "throttle"
	// HTML answers 500 with a page, as a proxy or an emulator does.
	HTML Fault = "html"
	// Denied answers 403, with the protocol's code for it or with none.
	Denied Fault = "denied"
	// Reset closes the connection instead of answering.
	Reset Fault = "reset"
	// Hang does not answer until the client gives up.
	Hang Fault = "hang"
	// Truncated ends the body of a right answer too early.
	Truncated Fault = "truncated"
)

// Faults are all of them.
func Faults() []Fault { return []Fault{Throttle, HTML, Denied, Reset, Hang, Truncated} }

// Proxy stands before an endpoint and injects a fault into a share of the requests,
// all but those to STS. It counts the faults.
type Proxy struct {
	URL string

	fault Fault
	share float64
	mu    sync.Mutex
	dice  *rand.Rand
	count int
}

// NewProxy starts a proxy that ends with the test.
func NewProxy(t testing.TB, endpoint string, fault Fault, share float64) *Proxy {
	t.Helper()
	target, err := url.Parse(endpoint)
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{fault: fault, share: share, dice: rand.New(rand.NewPCG(1, 2))} // the same faults in every run
	reverse := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(target); r.Out.Host = r.In.Host },
		// The client gives up on what hangs: that is no news.
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) { w.WriteHeader(http.StatusBadGateway) },
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !p.hit(r):
			reverse.ServeHTTP(w, r)
		case fault == Truncated:
			truncate(w, r, reverse)
		default:
			inject(w, r, fault)
		}
	}))
	s.Config.ErrorLog = nil
	t.Cleanup(s.Close)
	p.URL = s.URL
	return p
}

// Count is how many faults there were.
func (p *Proxy) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count
}

func (p *Proxy) hit(r *http.Request) bool {
	if serviceOf(r) == "sts" {
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.dice.Float64() >= p.share {
		return false
	}
	p.count++
	return true
}

// serviceOf is the service that a request is signed for.
func serviceOf(r *http.Request) string {
	_, scope, _ := strings.Cut(r.Header.Get("Authorization"), "Credential=")
	if parts := strings.Split(scope, "/"); len(parts) > 3 {
		return parts[3]
	}
	return ""
}

func inject(w http.ResponseWriter, r *http.Request, fault Fault) {
	_, _ = io.Copy(io.Discard, r.Body)
	switch fault {
	case Throttle:
		refuse(w, r, http.StatusBadRequest, "ThrottlingException")
	case Denied:
		refuse(w, r, http.StatusForbidden, "AccessDenied")
	case HTML:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusInternalServerError)
		_, _ = io.WriteString(w, "<!doctype html>\n<html lang=en>\n<title>500 Internal Server Error</title>")
	case Hang:
		select {
		case <-r.Context().Done():
		case <-time.After(10 * time.Second):
		}
	case Reset, Truncated:
		reset(w)
	}
}

// refuse answers with an error in the form of the request's protocol.
func refuse(w http.ResponseWriter, r *http.Request, status int, code string) {
	switch service := serviceOf(r); {
	case service == "s3":
		if code != "AccessDenied" {
			status, code = http.StatusServiceUnavailable, "SlowDown"
		}
		w.Header().Set("Content-Type", "application/xml")
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, "<Error><Code>%s</Code><Message>no</Message></Error>", code)
	case r.Header.Get("X-Amz-Target") != "":
		w.Header().Set("Content-Type", "application/x-amz-json-1.1")
		w.WriteHeader(status)
		if code != "AccessDenied" { // a denial without a code, as some emulators answer
			_, _ = fmt.Fprintf(w, `{"__type":"%s"}`, code)
		}
	case service == "ec2":
		w.Header().Set("Content-Type", "text/xml")
		w.WriteHeader(map[string]int{"AccessDenied": http.StatusForbidden}[code] | map[string]int{"ThrottlingException": http.StatusServiceUnavailable}[code])
		_, _ = fmt.Fprintf(w, "<Response><Errors><Error><Code>%s</Code></Error></Errors></Response>", map[string]string{"AccessDenied": "UnauthorizedOperation"}[code]+map[string]string{"ThrottlingException": "RequestLimitExceeded"}[code])
	case r.Method == http.MethodPost && strings.Contains(r.Header.Get("Content-Type"), "x-www-form-urlencoded"):
		w.Header().Set("Content-Type", "text/xml")
		w.WriteHeader(status)
		_, _ = fmt.Fprintf(w, "<ErrorResponse><Error><Code>%s</Code></Error></ErrorResponse>", strings.TrimSuffix(code, "Exception"))
	default:
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("X-Amzn-Errortype", code)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, "{}")
	}
}

func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

// truncate lets the right answer begin.
func truncate(w http.ResponseWriter, r *http.Request, reverse http.Handler) {
	rec := httptest.NewRecorder()
	reverse.ServeHTTP(rec, r)
	body := rec.Body.Bytes()
	if len(body) < 2 {
		reset(w)
		return
	}
	for name, values := range rec.Header() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(body)))
	w.WriteHeader(rec.Code)
	_, _ = w.Write(body[:len(body)/2])
	if f, ok := w.(http.Flusher); ok {
		f.Flush()
	}
	reset(w)
}
