package publish

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	gh "github.com/google/go-github/v84/github"
)

// MaxUpload is the most bytes of compressed SARIF that code scanning takes.
// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/file-too-large
const MaxUpload = 10_000_000

// Analysis is what is uploaded to code scanning.
type Analysis struct {
	// SARIF is the document.
	SARIF []byte
	// Ref and Commit are what was scanned: refs/heads/main, refs/pull/7/merge, and 40 hex digits.
	Ref, Commit string
	// Started is when the scan began; zero leaves it out.
	Started time.Time
}

// Upload uploads an analysis and waits until GitHub has taken it in, as long as ctx lasts. An
// error is an *Error, or the context's where the user ended the run. Only nil means that the
// alerts are there.
func (c *Client) Upload(ctx context.Context, a Analysis) error {
	body, err := analysis(a)
	if err != nil {
		return err
	}
	var taken struct {
		ID string `json:"id"`
	}
	err = c.patient(ctx, func() error {
		_, err := c.ask(ctx, http.MethodPost, c.repo+"/code-scanning/sarifs", body, &taken)
		var accepted *gh.AcceptedError // 202 is what a success looks like
		if errors.As(err, &accepted) {
			err = json.Unmarshal(accepted.Raw, &taken)
		}
		return err
	})
	if err == nil && taken.ID == "" {
		err = &Error{What: upload.what, Why: "GitHub's answer does not name the upload", Settle: "check --endpoint-url"}
	}
	if err != nil {
		return c.failure(ctx, upload, err)
	}
	return c.failure(ctx, upload, c.processed(ctx, taken.ID))
}

// analysis is the body of the request: SARIF is compressed and then written as text.
func analysis(a Analysis) (map[string]any, error) {
	var compressed bytes.Buffer
	z := gzip.NewWriter(&compressed)
	if _, err := z.Write(a.SARIF); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	if compressed.Len() > MaxUpload {
		return nil, &Error{
			What: upload.what, Why: fmt.Sprintf("the SARIF has %d bytes, compressed, and GitHub takes %d", compressed.Len(), MaxUpload),
			Settle: "leave out what is mild with --min-severity, or upload the roots one by one",
		}
	}
	body := map[string]any{
		"commit_sha": a.Commit, "ref": a.Ref, "tool_name": "hipaactl", "sarif": base64.StdEncoding.EncodeToString(compressed.Bytes()),
	}
	if !a.Started.IsZero() {
		body["started_at"] = a.Started.UTC().Format(time.RFC3339)
	}
	return body, nil
}

// The waits between questions whether an upload was taken in.
const (
	firstPoll = time.Second
	lastPoll  = 10 * time.Second
)

// processed waits until an upload was taken in. GitHub does not know one at once.
func (c *Client) processed(ctx context.Context, upload string) error {
	for wait := firstPoll; ; wait = min(2*wait, lastPoll) {
		var state struct {
			Status string   `json:"processing_status"`
			Errors []string `json:"errors"`
		}
		err := c.patient(ctx, func() error {
			_, err := c.ask(ctx, http.MethodGet, c.repo+"/code-scanning/sarifs/"+url.PathEscape(upload), nil, &state)
			return err
		})
		var answer *gh.ErrorResponse
		unknown := errors.As(err, &answer) && answer.Response != nil && answer.Response.StatusCode == http.StatusNotFound
		switch {
		case err != nil && !unknown:
			return err
		case state.Status == "complete":
			return nil
		case state.Status == "failed":
			return &Error{
				What: "upload to code scanning", Why: "GitHub could not take it in: " + c.repeated(state.Errors[:min(len(state.Errors), 3)]...),
				Settle: "nothing of it is shown",
			}
		}
		if deadline, ok := ctx.Deadline(); ok && c.options.Now().Add(wait).After(deadline) {
			return &Error{
				What: "upload to code scanning", Why: "it was sent, and GitHub had not taken it in when the time was over",
				Settle: "look at code scanning in the settings of the repository, or run again with a longer --github-timeout",
			}
		}
		if err := c.options.Sleep(ctx, wait); err != nil {
			return err
		}
	}
}
