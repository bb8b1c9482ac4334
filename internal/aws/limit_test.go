package aws_test

import (
	"fmt"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/hipaactl/hipaactl/internal/aws"
)

// slow takes a while for each answer, and counts what is under way.
type slow struct {
	fake
	mu        sync.Mutex
	now, most int
	// at are the times of the requests by service and Region.
	at map[string][]time.Time
}

func (s *slow) Do(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	if s.at == nil {
		s.at = map[string][]time.Time{}
	}
	place := middleware.GetServiceID(r.Context()) + " " + signedFor(r)
	s.at[place] = append(s.at[place], time.Now())
	s.now++
	s.most = max(s.most, s.now)
	s.mu.Unlock()
	time.Sleep(50 * time.Millisecond)
	s.mu.Lock()
	s.now--
	s.mu.Unlock()
	return s.fake.Do(r)
}

// TestLimits shows that no more calls are under way than --parallelism allows, and that a
// service of an account and Region is asked no faster than it is good for it, however
// much there is to ask; another Region does not wait for it.
func TestLimits(t *testing.T) {
	const tables = 150
	for _, parallelism := range []int{0, 1, 5, 64} {
		synctest.Test(t, func(t *testing.T) {
			environment(t)
			s := &slow{fake: fake{answers: answers{
				"ListTables": func(ask) string {
					names := ""
					for i := range tables {
						names += fmt.Sprintf(`,"t%d"`, i)
					}
					return `{"TableNames":[` + names[1:] + `]}`
				},
				"DescribeTable": `{"Table":{"TableName":"t"}}`, "DescribeContinuousBackups": `{}`, "ListTagsOfResource": `{}`,
			}}}
			start := time.Now()
			seen := audit(t, aws.Options{Wanted: wanted("aws_dynamodb_table"), Regions: []string{"eu-west-1", "us-east-1"}, Parallelism: parallelism, HTTPClient: s})
			if n := len(seen.names("aws_dynamodb_table")); n != 2*tables {
				t.Fatalf("%d tables", n)
			}
			want := parallelism
			if want == 0 {
				want = 16
			}
			if s.most > want || s.most < min(want, 15) {
				t.Errorf("%d calls at a time, want %d", s.most, want)
			}
			const perSecond, burst = 15, 15
			for _, region := range []string{"eu-west-1", "us-east-1"} {
				at := s.at["DynamoDB "+region]
				if len(at) < 3*tables {
					t.Fatalf("%d calls in %s", len(at), region)
				}
				for i := range at {
					if j := i + perSecond + burst; j < len(at) && at[j].Sub(at[i]) < time.Second-100*time.Millisecond {
						t.Fatalf("%d calls within %s in %s", j-i+1, at[j].Sub(at[i]), region)
					}
				}
			}
			if took := time.Since(start); parallelism > 1 && took > time.Duration(len(s.at["DynamoDB eu-west-1"])/perSecond+5)*time.Second {
				t.Errorf("it took %s: the Regions waited for each other", took)
			}
		})
	}
}
