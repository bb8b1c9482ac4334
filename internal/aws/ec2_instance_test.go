package aws_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/resource"
)

const oneInstance = `<reservationSet><item><instancesSet>
<item><instanceId>i-1</instanceId><instanceState><name>running</name></instanceState><rootDeviceName>/dev/xvda</rootDeviceName><ipAddress>203.0.113.7</ipAddress><subnetId>subnet-1</subnetId><vpcId>vpc-1</vpcId>
 <iamInstanceProfile><arn>arn:aws:iam::123456789012:instance-profile/path/clinic</arn></iamInstanceProfile>
 <groupSet><item><groupId>sg-2</groupId></item><item><groupId>sg-1</groupId></item></groupSet>
 <enclaveOptions><enabled>true</enabled></enclaveOptions>
 <metadataOptions><httpTokens>required</httpTokens><httpEndpoint>enabled</httpEndpoint><httpPutResponseHopLimit>1</httpPutResponseHopLimit></metadataOptions>
 <blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-1</volumeId></ebs></item><item><deviceName>/dev/xvdb</deviceName><ebs><volumeId>vol-2</volumeId></ebs></item></blockDeviceMapping>
 <tagSet><item><key>aws:ec2launchtemplate:id</key><value>lt-1</value></item><item><key>aws:ec2launchtemplate:version</key><value>3</value></item></tagSet></item>
<item><instanceId>i-2</instanceId><instanceState><name>stopped</name></instanceState></item>
<item><instanceId>i-3</instanceId><instanceState><name>terminated</name></instanceState></item>
</instancesSet></item></reservationSet>`

// firstOf is some attributes of a resource's first block.
func firstOf(t *testing.T, r *resource.Resource, block string, names ...string) map[string]any {
	t.Helper()
	all, _ := plain(r.Values.GetAttr(block)).([]any)
	if len(all) == 0 {
		t.Fatalf("%s has no %s", r.Address.Name, block)
	}
	out := map[string]any{}
	for _, name := range names {
		out[name] = all[0].(map[string]any)[name]
	}
	return out
}

func TestInstances(t *testing.T) {
	const unsaid = "unknown: ec2:DescribeInstances"
	for name, c := range map[string]struct {
		volumes       string
		root, further map[string]any
	}{
		"joined":       {"<volumeSet>" + volumeItem("vol-1", "true", ownKeys+"managed") + volumeItem("vol-2", "false", "") + "</volumeSet>", map[string]any{"encrypted": true, "kms_key_id": ebsAlias}, map[string]any{"encrypted": false, "kms_key_id": nil}},
		"not listed":   {"<volumeSet>" + volumeItem("vol-1", "true", ownKeys+"mine") + "</volumeSet>", map[string]any{"encrypted": true, "kms_key_id": ownKeys + "mine"}, map[string]any{"encrypted": unsaid, "kms_key_id": unsaid}},
		"not answered": {"error UnauthorizedOperation", map[string]any{"encrypted": "unknown: ec2:DescribeVolumes", "kms_key_id": "unknown: ec2:DescribeVolumes"}, map[string]any{"encrypted": "unknown: ec2:DescribeVolumes", "kms_key_id": "unknown: ec2:DescribeVolumes"}},
	} {
		t.Run(name, func(t *testing.T) {
			set := (&fake{answers: answers{"DescribeInstances": oneInstance, "DescribeVolumes": c.volumes, "ListAliases": aliases}}).audit(t, []string{"aws_instance"})
			if diff := cmp.Diff([]string{"i-1", "i-2"}, set.names("aws_instance")); diff != "" {
				t.Errorf("terminated ones have nothing to judge:\n%s", diff)
			}
			r := set.one(t, "aws_instance", "i-1")
			holds(t, r, map[string]any{
				"associate_public_ip_address": true, "subnet_id": "subnet-1", "vpc_security_group_ids": []any{"sg-1", "sg-2"}, "iam_instance_profile": "clinic",
				"launch_template": []any{map[string]any{"id": "lt-1", "version": "3"}}, "enclave_options": []any{map[string]any{"enabled": true}},
			})
			if diff := cmp.Diff(map[string]any{"http_tokens": "required", "http_endpoint": "enabled"}, firstOf(t, r, "metadata_options", "http_tokens", "http_endpoint")); diff != "" {
				t.Error(diff)
			}
			for block, want := range map[string]map[string]any{"root_block_device": c.root, "ebs_block_device": c.further} {
				if diff := cmp.Diff(want, firstOf(t, r, block, "encrypted", "kms_key_id"), loosely); diff != "" {
					t.Errorf("%s:\n%s", block, diff)
				}
			}
			holds(t, set.one(t, "aws_instance", "i-2"), map[string]any{"metadata_options": unsaid, "enclave_options": unsaid, "launch_template": nil, "associate_public_ip_address": false})
		})
	}
}

// TestUserData: what is in the user data of an instance is told, and none of it kept.
func TestUserData(t *testing.T) {
	const unsaid = "unknown: ec2:DescribeInstanceAttribute"
	password := []any{map[string]any{"class": "credential", "kind": "password-assignment", "confidence": "medium", "masked": "[password-assignment]"}}
	for answer, want := range map[string]any{
		"<userData/>": nil, "": unsaid, "error UnauthorizedOperation": unsaid,
		"<userData><value>IyEvYmluL2Jhc2gKL29wdC9hcHAvc3RhcnQK</value></userData>":                         []any{},
		"<userData><value>IyEvYmluL2Jhc2gKZXhwb3J0IERCX1BBU1NXT1JEPWNvcnJlY3QtaG9yc2UK</value></userData>": password,
		"<userData><value>H4sIAAAAAAAAA8tIzcnJBwCGphA2</value></userData>":                                 unsaid + ": aws_instance.user_data: it is longer than 1 MiB, or is compressed and could not be unpacked",
	} {
		set := (&fake{answers: answers{"DescribeInstances": oneInstance, "DescribeVolumes": "<volumeSet/>", "ListAliases": aliases, "DescribeInstanceAttribute": answer}}).audit(t, []string{"aws_instance"})
		r := set.one(t, "aws_instance", "i-1")
		holds(t, r, map[string]any{"user_data": want, "user_data_base64": nil})
		if text := fmt.Sprintf("%#v", r.Values); strings.Contains(text, "IyEv") || strings.Contains(text, "H4sI") || strings.Contains(text, "correct") {
			t.Error("the instance holds user data")
		}
	}
	gone := (&fake{answers: answers{"DescribeInstances": oneInstance, "DescribeVolumes": "<volumeSet/>", "ListAliases": aliases, "DescribeInstanceAttribute": "error InvalidInstanceID.NotFound"}}).audit(t, []string{"aws_instance"})
	if names := gone.names("aws_instance"); len(names) > 0 {
		t.Errorf("%v are gone", names)
	}
}

// templateOf answers a template, and its versions with what they hold, the last of
// which is the latest.
func templateOf(standard int, versions ...string) answers {
	text := "<launchTemplateVersionSet>"
	for i, v := range versions {
		text += fmt.Sprintf("<item><launchTemplateId>lt-1</launchTemplateId><versionNumber>%d</versionNumber><launchTemplateData>%s</launchTemplateData></item>", i+1, v)
	}
	return answers{
		"DescribeLaunchTemplateVersions": text + "</launchTemplateVersionSet>",
		"DescribeLaunchTemplates": fmt.Sprintf("<launchTemplates><item><launchTemplateId>lt-1</launchTemplateId><launchTemplateName>web</launchTemplateName><latestVersionNumber>%d</latestVersionNumber>"+
			"<defaultVersionNumber>%d</defaultVersionNumber><tagSet><item><key>DataClass</key><value>PHI</value></item></tagSet></item></launchTemplates>", len(versions), standard),
	}
}

func TestLaunchTemplates(t *testing.T) {
	strict := "<metadataOptions><httpTokens>required</httpTokens></metadataOptions><userData>c2VjcmV0</userData><blockDeviceMappingSet><item><deviceName>/dev/xvda</deviceName><ebs><encrypted>true</encrypted><kmsKeyId>alias/records</kmsKeyId></ebs></item></blockDeviceMappingSet>" +
		"<networkInterfaceSet><item><associatePublicIpAddress>false</associatePublicIpAddress></item></networkInterfaceSet>"
	set := (&fake{answers: templateOf(1, "", strict)}).audit(t, []string{"aws_launch_template"})
	if diff := cmp.Diff([]string{"lt-1", "lt-1:1"}, set.names("aws_launch_template")); diff != "" {
		t.Fatal(diff)
	}
	latest, standard := set.one(t, "aws_launch_template", "lt-1"), set.one(t, "aws_launch_template", "lt-1:1")
	if diff := cmp.Diff(map[string]any{"http_tokens": "required", "http_endpoint": nil}, firstOf(t, latest, "metadata_options", "http_tokens", "http_endpoint")); diff != "" {
		t.Error(diff)
	}
	disk := firstOf(t, latest, "block_device_mappings", "ebs")["ebs"].([]any)[0].(map[string]any)
	if disk["encrypted"] != "true" || disk["kms_key_id"] != "alias/records" {
		t.Errorf("the disk is %v", disk)
	}
	if diff := cmp.Diff(map[string]any{"associate_public_ip_address": "false"}, firstOf(t, latest, "network_interfaces", "associate_public_ip_address")); diff != "" {
		t.Error(diff)
	}
	holds(t, standard, map[string]any{"id": "lt-1", "metadata_options": []any{}, "block_device_mappings": []any{}, "latest_version": 2, "default_version": 1, "tags_all": map[string]any{"DataClass": "PHI"}})
	for _, r := range set.Resources {
		if strings.Contains(fmt.Sprintf("%#v", r.Values), "c2VjcmV0") {
			t.Errorf("%s holds user data", r.Address.Name)
		}
	}

	says := templateOf(1, strict)
	says["DescribeLaunchTemplateVersions"] = "error UnauthorizedOperation"
	set = (&fake{answers: says}).audit(t, []string{"aws_launch_template"})
	r := set.one(t, "aws_launch_template", "lt-1")
	if r.Unread.What != "ec2:DescribeLaunchTemplateVersions" || r.Values.Type().HasAttribute("metadata_options") {
		t.Errorf("what was not seen is explained by %+v", r.Unread)
	}
	if len(set.Gaps) != 1 || !set.Gaps[0].Settled {
		t.Errorf("gaps are %+v", set.Gaps)
	}
}
