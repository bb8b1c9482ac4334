package main

import (
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"testing"

	"github.com/hipaactl/hipaactl/internal/aws/awstest"
)

// failures are answers by which something is not seen.
var failures = map[string]func(operation string) awstest.Answer{
	"denied": func(op string) awstest.Answer { return awstest.Refusal(op, http.StatusForbidden, "AccessDenied") },
	"failed": func(op string) awstest.Answer {
		return awstest.Refusal(op, http.StatusInternalServerError, "InternalFailure")
	},
	"a web page": func(string) awstest.Answer {
		return awstest.Answer{Status: http.StatusOK, Header: http.Header{"Content-Type": {"text/html"}}, Body: "\n<!DOCTYPE html><html><body>Sign in</body></html>"}
	},
}

// failingTrial is a trial in which requests of an operation fail.
func failingTrial(what, operation, how string, hit func(awstest.Request) bool) trial {
	return trial{operation + " " + how + what, operation, hit, func(awstest.Answer) awstest.Answer { return failures[how](operation) }}
}

// TestDenied shows, for each operation and each request of an audit, that nothing passes,
// becomes not applicable or disappears because that alone was denied or failed.
func TestDenied(t *testing.T) {
	for _, name := range []string{"sound", "broken"} {
		t.Run(name, func(t *testing.T) {
			e := newEstate(t, name)
			e.saves = name == "sound"
			var all []trial
			for _, op := range e.operations() {
				for how := range failures {
					if how == "denied" || name == "broken" {
						all = append(all, failingTrial("", op, how, func(q awstest.Request) bool { return q.Operation == op }))
					}
				}
			}
			for q := range e.asked {
				if e.times(q.Operation) > 1 {
					all = append(all, failingTrial(" once: "+q.Key, q.Operation, "denied", func(other awstest.Request) bool { return other == q }))
				}
			}
			e.each(t, all, func(one trial, got outcome) {
				if len(got.gaps) == 0 {
					t.Errorf("%s: nothing says that it was lost", one.what)
				}
				for _, flaw := range e.flaws(got) {
					t.Errorf("%s: %s", one.what, flaw)
				}
			})
		})
	}
}

// times is how many requests an operation takes.
func (e *estate) times(operation string) int {
	n := 0
	for q := range e.asked {
		if q.Operation == operation {
			n++
		}
	}
	return n
}

// TestPartsReadAlone shows that the parts of an audit read the same, whichever others do:
// what the trials rest on, and what an audit for a few rules rests on.
func TestPartsReadAlone(t *testing.T) {
	e := newEstate(t, "broken")
	seen := map[string]bool{}
	for _, op := range e.operations() {
		types := e.part(op)
		key := fmt.Sprint(slices.Sorted(maps.Keys(types)))
		if seen[key] {
			continue
		}
		seen[key] = true
		alone, err := e.audit(t, types, func(_ awstest.Request, a awstest.Answer) awstest.Answer { return a })
		if err != nil {
			t.Fatal(err)
		}
		for typ := range e.changed(e.with(alone, types)) {
			t.Errorf("%s is not what it was when the parts that make %s read alone", typ, op)
		}
		if !reflect.DeepEqual(alone.Scopes, e.read.Scopes) {
			t.Errorf("%s: read in %v", op, alone.Scopes)
		}
	}
}
