package aws_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInstanceStatus(t *testing.T) {
	machine := func(id, state, reason, rest string) string {
		return "<item><instanceId>" + id + "</instanceId><instanceState><name>" + state + "</name></instanceState><reason>" + reason + "</reason>" + rest + "</item>"
	}
	launched := "<launchTime>2026-03-01T12:00:00.000Z</launchTime>"
	attached := func(index, at string) string {
		return "<item><attachment><deviceIndex>" + index + "</deviceIndex><attachTime>" + at + "</attachTime></attachment></item>"
	}
	set := (&fake{answers: answers{"DescribeInstances": "<reservationSet><item><instancesSet>" +
		machine("i-old", "running", "", launched+"<networkInterfaceSet>"+attached("1", "2024-01-01T00:00:00.000Z")+attached("0", "2025-01-01T00:00:00.000Z")+"</networkInterfaceSet>"+
			"<tagSet><item><key>DataClass</key><value>PHI</value></item></tagSet>") +
		machine("i-bare", "running", "", launched) +
		machine("i-stopped", "stopped", "User initiated (2026-01-15 10:00:00 GMT)", launched) +
		machine("i-quiet", "stopped", "Server.InternalError", launched) +
		machine("i-garbled", "stopped", "User initiated (2026-13-15 10:00:00 GMT)", "") +
		machine("i-gone", "terminated", "", launched) +
		"</instancesSet></item></reservationSet>"}}).audit(t, []string{"aws_instance_status"})
	const unsaid = "unknown: ec2:DescribeInstances"
	for name, want := range map[string]map[string]any{
		"i-old":     {"instance_id": "i-old", "instance_state": "running", "first_launch_time": "2025-01-01T00:00:00Z", "stopped_time": nil, "tags_all": map[string]any{"DataClass": "PHI"}},
		"i-bare":    {"first_launch_time": "2026-03-01T12:00:00Z", "stopped_time": nil},
		"i-stopped": {"instance_state": "stopped", "first_launch_time": "2026-03-01T12:00:00Z", "stopped_time": "2026-01-15T10:00:00Z"},
		"i-quiet":   {"stopped_time": unsaid},
		"i-garbled": {"stopped_time": unsaid, "first_launch_time": unsaid},
	} {
		holds(t, set.one(t, "aws_instance_status", name), want)
	}
	if diff := cmp.Diff([]string{"i-bare", "i-garbled", "i-old", "i-quiet", "i-stopped"}, set.names("aws_instance_status")); diff != "" {
		t.Error(diff)
	}
}
