// Package snapshot writes what a live source read to a file, and reads it back, so
// that evidence can be judged again offline, by today's policies or next year's.
// The same set gives the same bytes, and a set that was written and read gives
// the same findings. It is also the form of live examples beside policies.
//
// The file is JSON:
//
//	{"schema": "hipaactl/snapshot/v1",
//	 "tool": {"name": "hipaactl", "version": "1.0.0"},
//	 "time": "2026-01-15T10:00:00Z",
//	 "types": ["aws_db_instance", "aws_db_snapshot"],
//	 "scopes": [{"account": "111122223333", "region": "eu-west-1"}, {"account": "111122223333"}],
//	 "calls": [{"operation": "rds:DescribeDBInstances", "target": "", "account": "111122223333", "region": "eu-west-1",
//	   "time": "2026-01-15T09:59:58Z", "request_id": "...", "attempts": 1, "failure": ""}],
//	 "resources": [{"type": "aws_db_instance", "name": "orders", "account": "111122223333", "region": "eu-west-1", "arn": "...",
//	   "values": {"identifier": "orders", "storage_encrypted": true, "tags_all": {"DataClass": "PHI"}},
//	   "unknown": [{"path": "kms_key_id", "kind": "not_visible", "what": "...", "why": "...", "settle": "..."}],
//	   "maybe": [{"kind": "not_visible", "what": "...", "why": "...", "settle": "..."}],
//	   "reads": {"": 0, "tags_all": 1}}],
//	 "gaps": [{"what": "rds:DescribeDBSnapshots", "why": "...", "settle": "...", "account": "...", "region": "...",
//	   "types": ["aws_db_snapshot"], "settled": false}]}
//
// Values hold what was read, with null for what was read and is not set; what is
// missing was not read, for the reason that "unread" of the resource gives (a
// cause). "unknown" lists the places whose value could not be seen, "open" the
// lists that may have further members, "maybe" the causes for which it is not
// known whether the resource exists; those with one "id" stand and fall together.
// A list element that is unknown is null in the values. "reads" names the call, by
// its place in "calls", that showed an attribute, and under "" all others.
// "types" are those that were asked for: a rule that reads others cannot be judged by it.
// A resource or scope without region is the account's. All but schema and time may be left
// out; without scopes it is a snapshot of no account, which hipaactl scan calls incomplete. In examples a resource and a scope may have "want", a list of verdicts.
package snapshot

import (
	"time"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// Schema names the format and its version.
const Schema = "hipaactl/snapshot/v1"

// family is what the schemas of all versions begin with.
const family = "hipaactl/snapshot/"

// Snapshot is what a live source read at one time.
type Snapshot struct {
	// Time is the time of observation, in UTC.
	Time time.Time
	Tool Tool
	// Types are the resource types that were asked for, in order: what is of none of them may
	// be there. Nil means that the file does not say, and is taken as everything.
	Types []string
	// Set has live resources alone, without PHI marks.
	Set resource.Set
	// Mask is put between every text and the file; nil writes texts as they are. It has to
	// give what is different different names, so that references still lead to one thing.
	Mask func(string) string
}

// Tool is the program that read it.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// document and the types below are the file.
type document struct {
	Schema    string         `json:"schema"`
	Tool      Tool           `json:"tool"`
	Time      string         `json:"time"`
	Types     []string       `json:"types,omitempty"`
	Scopes    []readJSON     `json:"scopes,omitempty"`
	Calls     []callJSON     `json:"calls,omitempty"`
	Resources []resourceJSON `json:"resources,omitempty"`
	Gaps      []gapJSON      `json:"gaps,omitempty"`
	Notes     []string       `json:"notes,omitempty"`
}

type scopeJSON struct {
	Account string `json:"account,omitempty"`
	Region  string `json:"region,omitempty"`
}

// readJSON is an account or Region that was read; partial says of an account that others of its
// Regions were not to be read.
type readJSON struct {
	scopeJSON
	Partial bool `json:"partial,omitempty"`
}

type callJSON struct {
	Operation string `json:"operation"`
	Target    string `json:"target,omitempty"`
	scopeJSON
	Time      string `json:"time"`
	RequestID string `json:"request_id,omitempty"`
	Attempts  int    `json:"attempts,omitempty"`
	Retries   int    `json:"retries,omitempty"`
	Failure   string `json:"failure,omitempty"`
}

type resourceJSON struct {
	Type string `json:"type"`
	Name string `json:"name"`
	scopeJSON
	ARN     string         `json:"arn,omitempty"`
	Values  any            `json:"values"`
	Unknown []causeJSON    `json:"unknown,omitempty"`
	Open    []causeJSON    `json:"open,omitempty"`
	Maybe   []causeJSON    `json:"maybe,omitempty"`
	Unread  *causeJSON     `json:"unread,omitempty"`
	Reads   map[string]int `json:"reads,omitempty"`
}

// causeJSON is a cause with the place or condition that it is about.
type causeJSON struct {
	Path   string             `json:"path,omitempty"`
	ID     string             `json:"id,omitempty"`
	Kind   resource.CauseKind `json:"kind"`
	What   string             `json:"what"`
	Why    string             `json:"why"`
	Settle string             `json:"settle,omitempty"`
}

type gapJSON struct {
	What   string `json:"what"`
	Why    string `json:"why"`
	Settle string `json:"settle,omitempty"`
	scopeJSON
	Types   []string `json:"types,omitempty"`
	Settled bool     `json:"settled,omitempty"`
}

// rootOf is how live resources of an account and region are rooted.
func rootOf(account, region string) string {
	switch {
	case account == "":
		return ""
	case region == "":
		return account + "/global"
	}
	return account + "/" + region
}

func scopeOf(account, region string) resource.Scope {
	return resource.Scope{AccountKey: account, RegionKey: region, Account: account, Region: region}
}
