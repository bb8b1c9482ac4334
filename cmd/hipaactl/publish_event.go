package main

import (
	"encoding/json"
	"io"
	"os"
)

// workflowEvent is what a workflow was started by, as far as it is needed here.
// https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request
type workflowEvent struct {
	PullRequest *struct {
		Number int `json:"number"`
		Head   struct {
			Repo *eventRepository `json:"repo"`
		} `json:"head"`
		Base struct {
			Repo eventRepository `json:"repo"`
		} `json:"base"`
	} `json:"pull_request"`
	Issue *struct {
		Number      int             `json:"number"`
		PullRequest json.RawMessage `json:"pull_request"`
	} `json:"issue"`
}

type eventRepository struct {
	FullName string `json:"full_name"`
}

// number is that of the pull request that the event is about, 0 where it is about none.
func (e workflowEvent) number() int {
	switch {
	case e.PullRequest != nil:
		return max(e.PullRequest.Number, 0)
	case e.Issue != nil && len(e.Issue.PullRequest) > 0:
		return max(e.Issue.Number, 0)
	}
	return 0
}

// fork tells of a pull request whose branch lies in another repository, or in one that is gone.
func (e workflowEvent) fork() bool {
	return e.PullRequest != nil && (e.PullRequest.Head.Repo == nil || e.PullRequest.Head.Repo.FullName != e.PullRequest.Base.Repo.FullName)
}

// maxEvent is the most bytes of an event: GitHub caps payloads at 25 MB.
const maxEvent = 32 << 20

func readEvent(name string) (workflowEvent, error) {
	var e workflowEvent
	if name == "" {
		return e, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return e, usagef("GITHUB_EVENT_PATH: there is no such file")
	}
	defer func() { _ = f.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, maxEvent+1))
	if err != nil || len(data) > maxEvent || json.Unmarshal(data, &e) != nil {
		return workflowEvent{}, usagef("GITHUB_EVENT_PATH: the file holds no event of GitHub")
	}
	return e, nil
}
