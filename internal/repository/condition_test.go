package repository

import (
	"slices"
	"testing"
)

func TestConditions(t *testing.T) {
	events := []string{"push", "tag", "pull_request", "schedule", "manual"}
	for text, want := range map[string]struct {
		events []string
		unsure bool
	}{
		"":                            {events, false},
		"true":                        {events, false},
		"${{ always() }}":             {events, false},
		"false":                       {nil, false},
		"${{ false }}":                {nil, false},
		"failure()":                   {nil, false},
		"failure() || success()":      {events, false},
		"false && needs.a.outputs.b":  {nil, true},
		"github.event_name == 'push'": {[]string{"push", "tag"}, false},
		"github.event_name != 'push'": {[]string{"pull_request", "schedule", "manual"}, false},
		"github.event_name == 'push' || github.event_name == 'pull_request'":   {[]string{"push", "tag", "pull_request"}, false},
		"(github.event_name == 'push') && github.event_name == 'pull_request'": {nil, false},
		"github.event_name == 'push' && github.ref == 'refs/heads/main'":       {[]string{"push", "tag"}, false},
		"github.ref == 'refs/heads/main'":                                      {[]string{"push", "tag", "schedule", "manual"}, false},
		"startsWith(github.ref, 'refs/tags/')":                                 {[]string{"tag"}, false},
		"github.actor != 'dependabot[bot]'":                                    {events, false},
		"contains(github.event.pull_request.labels.*.name, 'scan')":            {events, false},
		"inputs.scan":                                {events, true},
		"needs.changes.outputs.go == 'true'":         {events, true},
		"env.X != '' || github.event_name == 'push'": {events, true},
		"env.X != '' || always()":                    {events, false},
		"'a && b || c' == env.X":                     {events, true},
		"github.event_name == 'workflow_dispatch'":   {[]string{"manual"}, false},
	} {
		r := parseCondition(text)
		if got := r.of(events); !slices.Equal(got, want.events) || (r.why != "") != want.unsure {
			t.Errorf("%s: got %v, unsure %v", text, got, r.why != "")
		}
	}
}

func FuzzCondition(f *testing.F) {
	f.Add("((a && b) || !c('x')) && false")
	f.Add("${{ github.event_name == 'push' }}")
	f.Fuzz(func(t *testing.T, text string) {
		r := parseCondition(text)
		if got := r.of([]string{"push", "tag"}); len(got) > 2 {
			t.Errorf("%v", got)
		}
	})
}
