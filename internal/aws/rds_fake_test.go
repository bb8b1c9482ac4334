package aws_test

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// dataAnswers are bodies by operation: "DescribeDBInstances" for the protocols that
// name it, "GET /backup/plans/" for those that do not. A call that has none is
// denied. ask gets the request's parameters.
type dataAnswers map[string]func(ask url.Values) string

// saying always answers the same.
func saying(body string) func(url.Values) string { return func(url.Values) string { return body } }

// dataService serves the answers until the test ends. calls counts them by operation
// and, where there is one, the parameter that names what was asked for.
type dataService struct {
	url   string
	mu    sync.Mutex
	calls map[string]int
}

func scriptData(t *testing.T, a dataAnswers) *dataService {
	t.Helper()
	environment(t)
	s := &dataService{calls: map[string]int{}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.answer(w, r, a) }))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *dataService) answer(w http.ResponseWriter, r *http.Request, a dataAnswers) {
	body, _ := io.ReadAll(r.Body)
	ask := r.URL.Query()
	_, op, isJSON := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
	switch {
	case isJSON:
		var members map[string]any
		_ = json.Unmarshal(body, &members)
		for name, v := range members {
			ask.Set(name, fmt.Sprint(v))
		}
	case r.Method == http.MethodPost:
		ask, _ = url.ParseQuery(string(body))
		op = ask.Get("Action")
	default:
		op, isJSON = r.Method+" "+r.URL.Path, true
	}
	s.mu.Lock()
	s.calls[op]++
	s.mu.Unlock()
	switch answer := a[op]; {
	case op == "GetCallerIdentity":
		_, _ = fmt.Fprintf(w, `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::%s:user/auditor</Arn><Account>%s</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`, ownAccount, ownAccount)
	case op == "DescribeRegions":
		_, _ = io.WriteString(w, `<DescribeRegionsResponse><regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item><item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item></regionInfo></DescribeRegionsResponse>`)
	case answer == nil:
		writeDataError(w, isJSON, http.StatusForbidden, "AccessDeniedException")
	default:
		if out := answer(ask); out == "error 500" {
			w.WriteHeader(http.StatusInternalServerError)
			_, _ = io.WriteString(w, "<html>not implemented</html>")
		} else if strings.HasPrefix(out, "error ") {
			writeDataError(w, isJSON, http.StatusNotFound, strings.TrimPrefix(out, "error "))
		} else {
			w.Header().Set("Content-Type", map[bool]string{true: "application/x-amz-json-1.0", false: "text/xml"}[isJSON])
			w.Header().Set("X-Amz-Crc32", fmt.Sprint(crc32.ChecksumIEEE([]byte(out)))) // DynamoDB sums its answers
			_, _ = io.WriteString(w, out)
		}
	}
}

func writeDataError(w http.ResponseWriter, isJSON bool, status int, code string) {
	body := fmt.Sprintf(`<ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>`, code)
	if isJSON {
		body = fmt.Sprintf(`{"__type":%q,"Code":%q,"Message":"no"}`, code, code)
	}
	w.Header().Set("X-Amz-Crc32", fmt.Sprint(crc32.ChecksumIEEE([]byte(body))))
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
}

// queryAnswer wraps the answer of a Query protocol.
func queryAnswer(op, inner string) string {
	return fmt.Sprintf("<%sResponse><%sResult>%s</%sResult></%sResponse>", op, op, inner, op, op)
}

// readData reads the types from one or more Regions.
func readData(t *testing.T, endpoint string, regions []string, types ...string) resource.Set {
	t.Helper()
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(types...), EndpointURL: endpoint, Regions: regions})
	if err != nil {
		t.Fatal(err)
	}
	return result.Set
}

var dataRegion = []string{"eu-west-1"}

// dataValues are all attributes of what was read, by root and address, in plain Go.
func dataValues(set resource.Set) map[string]map[string]any {
	out := map[string]map[string]any{}
	for _, r := range set.Resources {
		name := r.Root + " " + r.Address.String()
		for out[name] != nil {
			name += " again"
		}
		out[name] = dataValue(r.Values).(map[string]any)
		if r.Unread.What != "" {
			out[name]["(unread)"] = r.Unread.What + ": " + r.Unread.Why
		}
	}
	return out
}

func dataValue(v cty.Value) any {
	v, marks := v.Unmark()
	switch {
	case !v.IsKnown():
		for m := range marks {
			if c, ok := m.(resource.Cause); ok {
				return "unknown: " + c.What + ": " + c.Why
			}
		}
		return "unknown"
	case v.IsNull():
		return nil
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		n, _ := v.AsBigFloat().Int64()
		return int(n)
	case v.Type().IsTupleType():
		out := []any{}
		for _, e := range v.AsValueSlice() {
			out = append(out, dataValue(e))
		}
		return out
	}
	out := map[string]any{}
	for name, e := range v.AsValueMap() {
		out[name] = dataValue(e)
	}
	return out
}

// checkData compares the named attributes of what was read with what is expected. Every
// resource has to be expected.
func checkData(t *testing.T, set resource.Set, want map[string]map[string]any) {
	t.Helper()
	got := dataValues(set)
	for name, attrs := range want {
		if got[name] == nil {
			t.Errorf("%s was not read", name)
			continue
		}
		for attr, v := range attrs {
			if g, ok := got[name][attr]; !ok {
				t.Errorf("%s.%s was not read", name, attr)
			} else if fmt.Sprintf("%#v", g) != fmt.Sprintf("%#v", v) {
				t.Errorf("%s.%s = %#v, want %#v", name, attr, g, v)
			}
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("%s was read, which is not expected", name)
		}
	}
}

// dataGaps are the gaps, with the types that they leave open.
func dataGaps(set resource.Set) []string {
	out := []string{}
	for _, g := range set.Gaps {
		open := strings.Join(g.Types, " ")
		if g.Settled {
			open = "settled"
		}
		out = append(out, g.What+": "+g.Why+": "+open)
	}
	return out
}
