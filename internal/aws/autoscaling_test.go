package aws_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestLaunchConfigurations(t *testing.T) {
	config := func(name, rest string) string {
		return "<member><LaunchConfigurationName>" + name + "</LaunchConfigurationName><ImageId>ami-" + name + "</ImageId><UserData>c2VjcmV0</UserData>" + rest + "</member>"
	}
	disks := "<BlockDeviceMappings><member><DeviceName>/dev/xvda</DeviceName><Ebs><Encrypted>true</Encrypted></Ebs></member><member><DeviceName>/dev/xvdb</DeviceName><Ebs><SnapshotId>snap-1</SnapshotId></Ebs></member></BlockDeviceMappings>"
	says := answers{
		"DescribeLaunchConfigurations": "<LaunchConfigurations>" +
			config("full", disks+"<MetadataOptions><HttpTokens>required</HttpTokens></MetadataOptions><AssociatePublicIpAddress>true</AssociatePublicIpAddress>") + config("gone", disks) + config("plain", "") +
			"</LaunchConfigurations>",
		"DescribeImages": "<imagesSet><item><imageId>ami-full</imageId><rootDeviceName>/dev/xvda</rootDeviceName></item></imagesSet>",
	}
	block := func(encrypted any, more map[string]any) map[string]any {
		out := map[string]any{"encrypted": encrypted, "delete_on_termination": nil, "iops": nil, "throughput": nil, "volume_size": nil, "volume_type": nil}
		for k, v := range more {
			out[k] = v
		}
		return out
	}
	first := block(true, map[string]any{"device_name": "/dev/xvda", "no_device": nil, "snapshot_id": nil})
	second := block(nil, map[string]any{"device_name": "/dev/xvdb", "no_device": nil, "snapshot_id": "snap-1"})
	const typ = "aws_launch_configuration"
	set := (&fake{answers: says}).audit(t, []string{typ})
	holds(t, set.one(t, typ, "full"), map[string]any{
		"root_block_device": []any{block(true, nil)}, "ebs_block_device": []any{second}, "associate_public_ip_address": true,
		"metadata_options": []any{map[string]any{"http_tokens": "required", "http_endpoint": nil, "http_put_response_hop_limit": nil}},
	})
	holds(t, set.one(t, typ, "gone"), map[string]any{"root_block_device": "unknown: autoscaling:DescribeLaunchConfigurations", "ebs_block_device": []any{first, second}})
	holds(t, set.one(t, typ, "plain"), map[string]any{"root_block_device": []any{}, "ebs_block_device": []any{}, "metadata_options": []any{}, "associate_public_ip_address": nil})
	for _, r := range set.Resources {
		if strings.Contains(fmt.Sprintf("%#v", r.Values), "c2VjcmV0") {
			t.Errorf("%s holds user data", r.Address.Name)
		}
	}

	says["DescribeImages"] = "error UnauthorizedOperation"
	set = (&fake{answers: says}).audit(t, []string{typ})
	holds(t, set.one(t, typ, "full"), map[string]any{"root_block_device": "unknown: ec2:DescribeImages", "ebs_block_device": []any{first, second}})
	if len(set.Gaps) != 1 || set.Gaps[0].What != "ec2:DescribeImages" || !set.Gaps[0].Settled {
		t.Errorf("gaps are %+v", set.Gaps)
	}
}

func TestAutoScalingGroups(t *testing.T) {
	group := func(name, rest string) string {
		return "<member><AutoScalingGroupName>" + name + "</AutoScalingGroupName>" + rest + "</member>"
	}
	const typ, target = "aws_autoscaling_group", "arn:aws:elasticloadbalancing:eu-west-1:" + ownAccount + ":targetgroup/app/1"
	set := (&fake{answers: answers{"DescribeAutoScalingGroups": func(in ask) string {
		if in.Get("NextToken") == "" {
			return "<AutoScalingGroups>" + group("app", "<HealthCheckType>ELB</HealthCheckType><TargetGroupARNs><member>"+target+"</member></TargetGroupARNs>"+
				"<TrafficSources><member><Identifier>"+target+"</Identifier><Type>elbv2</Type></member></TrafficSources>"+
				"<Tags><member><Key>DataClass</Key><Value>PHI</Value><PropagateAtLaunch>true</PropagateAtLaunch></member></Tags>") + "</AutoScalingGroups><NextToken>2</NextToken>"
		}
		return "<AutoScalingGroups>" + group("classic", "<HealthCheckType>EC2</HealthCheckType><LoadBalancerNames><member>portal</member></LoadBalancerNames>") + group("unsaid", "") + "</AutoScalingGroups>"
	}}}).audit(t, []string{typ})
	holds(t, set.one(t, typ, "app"), map[string]any{
		"id": "app", "name": "app", "health_check_type": "ELB", "target_group_arns": []any{target}, "load_balancers": []any{},
		"traffic_source": []any{map[string]any{"identifier": target, "type": "elbv2"}},
		"tag":            []any{map[string]any{"key": "DataClass", "value": "PHI", "propagate_at_launch": true}},
	})
	holds(t, set.one(t, typ, "classic"), map[string]any{"health_check_type": "EC2", "load_balancers": []any{"portal"}, "target_group_arns": []any{}, "traffic_source": []any{}})
	holds(t, set.one(t, typ, "unsaid"), map[string]any{"health_check_type": "unknown: autoscaling:DescribeAutoScalingGroups"})
}
