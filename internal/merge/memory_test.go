package merge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// long is a result of an account of its own that is made while it is read.
func long(t *testing.T, number, findings int) Input {
	t.Helper()
	account := fmt.Sprintf("%012d", number+1)
	head := finding.Report{
		Schema: finding.Schema, Complete: true, Tool: finding.Tool{Name: "hipaactl"}, Time: finding.Time{Started: morning, Finished: morning},
		Sources: []finding.Source{{Kind: resource.Live, Name: account}}, Gaps: []finding.Gap{}, Findings: []finding.Finding{},
		Rules: map[string]finding.Rule{"HIPAA-S3-001": {Citations: []finding.Citation{{ID: "164.312(a)(2)(iv)"}}}},
	}
	text, err := json.Marshal(head)
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := bytes.Cut(text, []byte(`"findings":[]`))
	return Input{account + ".json", func() (io.ReadCloser, error) {
		in, out := io.Pipe()
		go func() {
			_, err := fmt.Fprintf(out, `%s"findings":[`, before)
			comma := ""
			for i := 0; i < findings && err == nil; i++ {
				f := live(account+"/eu-west-1", "HIPAA-S3-001", fmt.Sprintf("aws_s3_bucket.b%08d", i), finding.Fail)
				f.Message = strings.Repeat("m", 100)
				var one []byte
				if one, err = json.Marshal(f); err == nil {
					_, err = fmt.Fprintf(out, "%s%s", comma, one)
				}
				comma = ","
			}
			if err == nil {
				_, err = fmt.Fprintf(out, "]%s", after)
			}
			out.CloseWithError(err)
		}()
		return in, nil
	}}
}

// TestMemory shows that a merge holds a small part of what it merges.
func TestMemory(t *testing.T) {
	const results, each = 50, 1000
	var inputs []Input
	for i := range results {
		inputs = append(inputs, long(t, i, each))
	}
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	m := merged(t, inputs...)
	n, size, most := 0, 0, uint64(0)
	for f, err := range m.Findings() {
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		size += len(text)
		if n++; n%(results*each/10) == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
	}
	if n != results*each || m.Report.Summary.Fail != n {
		t.Errorf("%d findings, %+v counted, want %d", n, m.Report.Summary, results*each)
	}
	if held := int(most) - int(before.HeapAlloc); held > size/4 {
		t.Errorf("%d bytes are held of %d bytes of findings", held, size)
	} else {
		t.Logf("%d KiB are held of %d KiB of findings", held>>10, size>>10)
	}
}
