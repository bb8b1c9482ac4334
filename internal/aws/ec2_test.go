package aws_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// ec2Fake answers operations of EC2 and what goes with it, by name, with the inside
// of an XML answer or a whole JSON one; an answer "denied" is an error. What it does
// not know it answers as moto does. It counts the calls.
type ec2Fake struct {
	url     string
	answers map[string]func(url.Values) string
	mu      sync.Mutex
	calls   map[string]int
}

func fakeEC2(t *testing.T, answers map[string]string) *ec2Fake {
	t.Helper()
	f := &ec2Fake{answers: map[string]func(url.Values) string{}, calls: map[string]int{}}
	for name, answer := range answers {
		f.answers[name] = func(url.Values) string { return answer }
	}
	f.answers["GetCallerIdentity"] = func(url.Values) string {
		return "<GetCallerIdentityResult><Arn>arn:aws:iam::" + ownAccount + ":user/auditor</Arn><Account>" + ownAccount + "</Account></GetCallerIdentityResult>"
	}
	f.answers["DescribeRegions"] = func(url.Values) string {
		return "<regionInfo><item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item></regionInfo>"
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = r.ParseForm()
		name := r.Form.Get("Action")
		if target := r.Header.Get("X-Amz-Target"); target != "" {
			name = target[strings.LastIndexByte(target, '.')+1:]
		}
		f.mu.Lock()
		f.calls[name]++
		f.mu.Unlock()
		answer := f.answers[name]
		switch {
		case answer == nil:
			w.WriteHeader(http.StatusInternalServerError)
			_, _ = fmt.Fprint(w, "<!doctype html><title>500</title>")
		case answer(r.Form) == "denied":
			w.WriteHeader(http.StatusForbidden)
			_, _ = fmt.Fprint(w, "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>")
		case strings.HasPrefix(answer(r.Form), "{"):
			_, _ = fmt.Fprint(w, answer(r.Form))
		default:
			_, _ = fmt.Fprintf(w, "<%sResponse>%s</%sResponse>", name, answer(r.Form), name)
		}
	}))
	t.Cleanup(server.Close)
	f.url = server.URL
	return f
}

// auditEC2 reads some types of one Region.
func auditEC2(t *testing.T, endpoint string, types ...string) resource.Set {
	t.Helper()
	environment(t)
	t.Setenv("AWS_MAX_ATTEMPTS", "1")
	result, err := aws.Audit(t.Context(), aws.Options{Wanted: wanted(types...), EndpointURL: endpoint, Regions: []string{"eu-west-1"}})
	if err != nil {
		t.Fatal(err)
	}
	return result.Set
}

// named is a resource by type and name.
func ec2Named(t *testing.T, set resource.Set, typ, name string) *resource.Resource {
	t.Helper()
	for _, r := range set.Resources {
		if r.Address.Type == typ && r.Address.Name == name {
			return r
		}
	}
	t.Fatalf("there is no %s %s", typ, name)
	return nil
}

func ec2Names(set resource.Set, typ string) []string {
	out := []string{}
	for _, r := range set.Resources {
		if r.Address.Type == typ {
			out = append(out, r.Address.Name)
		}
	}
	slices.Sort(out)
	return out
}

// ec2Plain is a value for comparison. Unknown ones are "?" and what would show them.
func ec2Plain(v cty.Value) any {
	v, marks := v.Unmark()
	switch {
	case !v.IsKnown():
		return "?" + resource.MarksOf(marks).Causes[0].What
	case v.IsNull():
		return nil
	case v.Type() == cty.Bool:
		return v.True()
	case v.Type() == cty.Number:
		n, _ := v.AsBigFloat().Int64()
		return int(n)
	case v.Type() == cty.String:
		return v.AsString()
	case v.Type().IsTupleType():
		out := []any{}
		for _, e := range v.AsValueSlice() {
			out = append(out, ec2Plain(e))
		}
		return out
	}
	out := map[string]any{}
	for name, e := range v.AsValueMap() {
		out[name] = ec2Plain(e)
	}
	return out
}

// ec2Holds compares some attributes of a resource.
func ec2Holds(t *testing.T, r *resource.Resource, want map[string]any) {
	t.Helper()
	got := map[string]any{}
	for name := range want {
		if !r.Values.Type().HasAttribute(name) {
			got[name] = "not read"
			continue
		}
		got[name] = ec2Plain(r.Values.GetAttr(name))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s %s (-want +got):\n%s", r.Address.Type, r.Address.Name, diff)
	}
}

// ec2Gaps are the operations that left gaps, with the types whose lists are open.
func ec2Gaps(set resource.Set) map[string][]string {
	out := map[string][]string{}
	for _, g := range set.Gaps {
		out[g.What] = g.Types
	}
	return out
}

func TestRegionSettings(t *testing.T) {
	for name, c := range map[string]struct {
		operation, answer, typ string
		want                   map[string]any
	}{
		"encryption off":                 {"GetEbsEncryptionByDefault", "<ebsEncryptionByDefault>false</ebsEncryptionByDefault>", "aws_ebs_encryption_by_default", map[string]any{"enabled": false}},
		"encryption not said":            {"GetEbsEncryptionByDefault", "", "aws_ebs_encryption_by_default", map[string]any{"enabled": "?ec2:GetEbsEncryptionByDefault"}},
		"default key of AWS":             {"GetEbsDefaultKmsKeyId", "<kmsKeyId>alias/aws/ebs</kmsKeyId>", "aws_ebs_default_kms_key", map[string]any{"key_arn": "arn:aws:kms:eu-west-1:" + ownAccount + ":alias/aws/ebs"}},
		"default key of another account": {"GetEbsDefaultKmsKeyId", "<kmsKeyId>arn:aws:kms:eu-west-1:210987654321:key/k</kmsKeyId>", "aws_ebs_default_kms_key", map[string]any{"key_arn": "arn:aws:kms:eu-west-1:210987654321:key/k"}},
		"snapshots may be shared":        {"GetSnapshotBlockPublicAccessState", "<state>unblocked</state>", "aws_ebs_snapshot_block_public_access", map[string]any{"state": "unblocked", "id": "eu-west-1"}},
		"images may not":                 {"GetImageBlockPublicAccessState", "<imageBlockPublicAccessState>block-new-sharing</imageBlockPublicAccessState>", "aws_ec2_image_block_public_access", map[string]any{"state": "block-new-sharing"}},
		"metadata defaults": {"GetInstanceMetadataDefaults", "<accountLevel><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit></accountLevel>", "aws_ec2_instance_metadata_defaults", map[string]any{
			"http_tokens": "required", "http_endpoint": "no-preference", "http_put_response_hop_limit": 2, "instance_metadata_tags": "no-preference",
		}},
		"no metadata defaults": {"GetInstanceMetadataDefaults", "", "aws_ec2_instance_metadata_defaults", map[string]any{
			"http_tokens": "no-preference", "http_endpoint": "no-preference", "http_put_response_hop_limit": -1, "instance_metadata_tags": "no-preference",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			set := auditEC2(t, fakeEC2(t, map[string]string{c.operation: c.answer}).url, c.typ)
			ec2Holds(t, ec2Named(t, set, c.typ, "eu-west-1"), c.want)
		})
	}
}

func TestRegionSettingsUnanswered(t *testing.T) {
	types := []string{
		"aws_ebs_default_kms_key", "aws_ebs_encryption_by_default", "aws_ebs_snapshot_block_public_access", "aws_ec2_image_block_public_access", "aws_ec2_instance_metadata_defaults",
	}
	set := auditEC2(t, fakeEC2(t, map[string]string{"GetEbsEncryptionByDefault": "denied"}).url, types...)
	if len(set.Resources) != 0 {
		t.Errorf("resources were made of failures: %v", set.Resources)
	}
	want := map[string][]string{
		"ec2:GetEbsDefaultKmsKeyId": {types[0]}, "ec2:GetEbsEncryptionByDefault": {types[1]}, "ec2:GetSnapshotBlockPublicAccessState": {types[2]},
		"ec2:GetImageBlockPublicAccessState": {types[3]}, "ec2:GetInstanceMetadataDefaults": {types[4]},
	}
	if diff := cmp.Diff(want, ec2Gaps(set)); diff != "" {
		t.Error(diff)
	}
}
