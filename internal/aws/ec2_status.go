package aws

import (
	"context"
	"regexp"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

// readMachineStatus enters since when instances have been there, and have been stopped.
func readMachineStatus(ctx context.Context, p *place) {
	for _, f := range machines(ctx, p) {
		i := f.one
		a := attrs{
			"instance_id": i.InstanceId, "instance_state": missing(), "first_launch_time": firstLaunch(i), "stopped_time": nil,
			"region": p.region, "tags_all": ec2Tags(i.Tags),
		}
		if i.State != nil {
			a["instance_state"] = i.State.Name
			if i.State.Name == types.InstanceStateNameStopped {
				a["stopped_time"] = stoppedAt(i)
			}
		}
		p.emit(item{typ: "aws_instance_status", name: or(i.InstanceId, ""), read: f.read, attrs: a})
	}
}

// firstLaunch is when the instance was made, as far as the answer shows it. Its launch time is
// that of the last start; the first network interface stays attached from the beginning on.
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html and
// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
func firstLaunch(i types.Instance) *time.Time {
	first := i.LaunchTime
	for _, n := range i.NetworkInterfaces {
		a := n.Attachment
		if a == nil || a.AttachTime == nil || or(a.DeviceIndex, -1) != 0 {
			continue
		}
		if first == nil || a.AttachTime.Before(*first) {
			first = a.AttachTime
		}
	}
	return first
}

// stopTime is how EC2 ends the reason of a state: "User initiated (2026-01-15 10:00:00 GMT)".
// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html, StateTransitionReason
var stopTime = regexp.MustCompile(`\((\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?:GMT|UTC)\)$`)

// stoppedAt is when a stopped instance was stopped, unknown where the reason does not say it.
func stoppedAt(i types.Instance) *time.Time {
	found := stopTime.FindStringSubmatch(or(i.StateTransitionReason, ""))
	if found == nil {
		return nil
	}
	at, err := time.Parse(time.DateTime, found[1])
	if err != nil {
		return nil
	}
	return &at
}
