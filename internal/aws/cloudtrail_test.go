package aws_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var trailTypes = []string{"aws_cloudtrail", "aws_cloudtrail_status"}

const ownTrail = `{"Name":"audit","TrailARN":"arn:aws:cloudtrail:us-east-1:123456789012:trail/audit","HomeRegion":"us-east-1","IsMultiRegionTrail":true,
	"LogFileValidationEnabled":true,"S3BucketName":"trail-logs","IncludeGlobalServiceEvents":true,"IsOrganizationTrail":false}`

func TestTrailIsReadOnce(t *testing.T) {
	a := &fake{answers: answers{
		"DescribeTrails":    `{"trailList":[` + ownTrail + `]}`,
		"GetTrailStatus":    `{"IsLogging":true,"LatestDeliveryTime":1767225600}`,
		"GetEventSelectors": `{"AdvancedEventSelectors":[{"Name":"objects","FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.ARN","NotStartsWith":["arn:aws:s3:::logs"]}]}]}`,
		"ListTags":          `{"ResourceTagList":[{"ResourceId":"arn:aws:cloudtrail:us-east-1:123456789012:trail/audit","TagsList":[{"Key":"team","Value":"security"}]}]}`,
	}}
	s := a.everywhere(t, trailTypes)
	r := s.one(t, "aws_cloudtrail", "audit")
	checkValues(t, r, map[string]string{
		"enable_logging": "true", "is_multi_region_trail": "true", "enable_log_file_validation": "true", "kms_key_id": "null", "s3_bucket_name": `"trail-logs"`,
		"cloud_watch_logs_group_arn": "null", "event_selector": "[]", "tags_all": `{"team":"security"}`,
		"advanced_event_selector": `[{"field_selector":[` +
			`{"ends_with":[],"equals":["Data"],"field":"eventCategory","not_ends_with":[],"not_equals":[],"not_starts_with":[],"starts_with":[]},` +
			`{"ends_with":[],"equals":[],"field":"resources.ARN","not_ends_with":[],"not_equals":[],"not_starts_with":["arn:aws:s3:::logs"],"starts_with":[]}],"name":"objects"}]`,
	})
	checkValues(t, s.one(t, "aws_cloudtrail_status", "audit"), map[string]string{
		"trail_arn": `"arn:aws:cloudtrail:us-east-1:123456789012:trail/audit"`, "is_logging": "true",
		"latest_delivery_time": `"2026-01-01T00:00:00Z"`, "latest_cloudwatch_logs_delivery_time": "null",
	})
	if r.Root != "123456789012/us-east-1" || r.Reads[""].Region != "us-east-1" {
		t.Errorf("it is in %s, read in %s", r.Root, r.Reads[""].Region)
	}
	if n := a.calls["GetTrailStatus"]; n != 1 {
		t.Errorf("its status was asked for %d times", n)
	}
	if !slices.Contains(a.asked, "GetTrailStatus us-east-1") {
		t.Errorf("its status was not asked for in its home Region: %v", a.asked)
	}
	// Without shadows a member account does not see the organization's trail.
	if sent := a.sent["DescribeTrails"]; !strings.Contains(sent, `"includeShadowTrails":true`) {
		t.Errorf("trails were asked for with %s", sent)
	}
	if len(s.gaps()) > 0 {
		t.Error(s.gaps())
	}
}

// A Region that was left out may hold the home of a trail that covers those read.
func TestTrailOfRegionNotRead(t *testing.T) {
	a := &fake{answers: answers{"DescribeTrails": `{"trailList":[` + ownTrail + `]}`, "GetTrailStatus": `{"IsLogging":true}`, "GetEventSelectors": `{"EventSelectors":[]}`, "ListTags": `{}`}}
	s := a.audit(t, trailTypes, "eu-west-1")
	checkValues(t, s.one(t, "aws_cloudtrail", "audit"), map[string]string{"enable_logging": "true", "event_selector": "[]", "advanced_event_selector": "[]"})
	if a.calls["DescribeTrails"] != 1 {
		t.Errorf("asked %v", a.asked)
	}
}

// A trail of one Region shows nowhere else: it is looked for where ListTrails says that
// there is one, and is read there, but the Region is not.
func TestTrailOfOneRegionNotRead(t *testing.T) {
	single := strings.NewReplacer(`"IsMultiRegionTrail":true`, `"IsMultiRegionTrail":false`, "us-east-1", "us-west-1").Replace(ownTrail)
	a := &fake{answers: answers{
		"ListTrails":               `{"Trails":[{"Name":"audit","TrailARN":"arn:aws:cloudtrail:us-west-1:123456789012:trail/audit","HomeRegion":"us-west-1"}]}`,
		"DescribeTrails us-west-1": `{"trailList":[` + single + `]}`, "DescribeTrails eu-west-1": `{"trailList":[]}`,
		"GetTrailStatus": `{"IsLogging":true}`, "GetEventSelectors": `{}`, "ListTags": `{}`,
	}}
	s := a.audit(t, append([]string{"aws_cloudtrail_event_data_store"}, trailTypes...), "eu-west-1")
	r := s.one(t, "aws_cloudtrail", "audit")
	checkValues(t, r, map[string]string{"home_region": `"us-west-1"`, "is_multi_region_trail": "false", "enable_logging": "true"})
	if r.Scope.RegionKey != "us-west-1" || !slices.Contains(a.asked, "GetTrailStatus us-west-1") {
		t.Errorf("it is in %q; asked %v", r.Scope.RegionKey, a.asked)
	}
	if got := s.read(); !slices.Equal(got, []string{"eu-west-1", "global in part"}) || slices.Contains(a.asked, "ListEventDataStores us-west-1") {
		t.Errorf("%v is said to be read; asked %v", got, a.asked)
	}
	if a.calls["DescribeTrails"] != 2 || a.calls["ListTrails"] != 1 {
		t.Errorf("asked %v", a.asked)
	}
	// All Regions are read anyway where none was named.
	a.calls = map[string]int{}
	if s := a.everywhere(t, trailTypes); len(s.names("aws_cloudtrail")) != 1 || a.calls["ListTrails"] != 0 {
		t.Errorf("%v, asked %v", s.names("aws_cloudtrail"), a.asked)
	}
}

// The organization's trail counts for a member account. What only its owner can
// read is unknown.
func TestTrailOfOrganization(t *testing.T) {
	shadow := strings.ReplaceAll(ownTrail, "123456789012", "999988887777")
	for custom, want := range map[string]string{"true": "unknown: cloudtrail:GetEventSelectors: it belongs to another account, and only that one can read this", "false": "[]"} {
		a := &fake{answers: answers{
			"DescribeTrails": `{"trailList":[` + strings.Replace(shadow, `"Name"`, `"HasCustomEventSelectors":`+custom+`,"Name"`, 1) + `,` + ownTrail + `]}`,
			"GetTrailStatus": `{"IsLogging":true}`, "GetEventSelectors": `{}`, "ListTags": `{}`,
		}}
		s := a.everywhere(t, trailTypes)
		r := s.one(t, "aws_cloudtrail", "arn:aws:cloudtrail:us-east-1:999988887777:trail/audit")
		checkValues(t, r, map[string]string{
			"enable_logging": "true", "is_multi_region_trail": "true", "event_selector": want, "advanced_event_selector": want,
			"tags_all": "unknown: cloudtrail:ListTags: it belongs to another account, and only that one can read this",
		})
		if r.Scope.AccountKey != ownAccount {
			t.Errorf("it is in account %s", r.Scope.AccountKey)
		}
		checkValues(t, s.one(t, "aws_cloudtrail_status", r.Address.Name), map[string]string{
			"latest_cloudwatch_logs_delivery_time": "unknown: cloudtrail:GetTrailStatus: it belongs to another account, and only that one can read this",
		})
		if n := a.calls["GetEventSelectors"]; n != 1 {
			t.Errorf("selectors were asked for %d times, want those of the own trail", n)
		}
		if len(s.names("aws_cloudtrail")) != 2 {
			t.Errorf("%d trails, want the own one too", len(s.names("aws_cloudtrail")))
		}
	}
}

func TestTrailDenied(t *testing.T) {
	a := &fake{answers: answers{"DescribeTrails us-east-1": `{"trailList":[` + ownTrail + `]}`}}
	s := a.audit(t, trailTypes, "us-east-1", "eu-west-1")
	r := s.one(t, "aws_cloudtrail", "audit")
	checkValues(t, r, map[string]string{
		"enable_logging": "unknown: cloudtrail:GetTrailStatus: access was denied", "event_selector": "unknown: cloudtrail:GetEventSelectors: access was denied",
		"tags_all": "unknown: cloudtrail:ListTags: access was denied", "is_multi_region_trail": "true",
	})
	checkValues(t, s.one(t, "aws_cloudtrail_status", "audit"), map[string]string{"is_logging": "not read"})
	want := []string{
		"eu-west-1 cloudtrail:DescribeTrails: aws_cloudtrail aws_cloudtrail_status",
		"global cloudtrail:ListTrails: aws_cloudtrail aws_cloudtrail_status",
		"us-east-1 cloudtrail:GetEventSelectors of audit: settled", "us-east-1 cloudtrail:GetTrailStatus of audit: settled",
		"us-east-1 cloudtrail:ListTags: settled",
	}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

func TestEventDataStores(t *testing.T) {
	const arn = "arn:aws:cloudtrail:eu-west-1:123456789012:eventdatastore/1"
	listing := `{"EventDataStores":[{"Name":"lake","EventDataStoreArn":"` + arn + `"}]}`
	types := []string{"aws_cloudtrail_event_data_store"}
	t.Run("read", func(t *testing.T) {
		a := &fake{answers: answers{
			"ListEventDataStores": listing, "ListTags": `{"ResourceTagList":[{"ResourceId":"` + arn + `"}]}`,
			"GetEventDataStore": `{"Name":"lake","EventDataStoreArn":"` + arn + `","KmsKeyId":"arn:aws:kms:eu-west-1:123456789012:key/1","MultiRegionEnabled":true}`,
		}}
		checkValues(t, a.audit(t, types, "eu-west-1").one(t, types[0], "lake"), map[string]string{"kms_key_id": `"arn:aws:kms:eu-west-1:123456789012:key/1"`, "tags_all": "{}", "multi_region_enabled": "true"})
	})
	t.Run("denied", func(t *testing.T) {
		s := (&fake{answers: answers{"ListEventDataStores": listing}}).audit(t, types, "eu-west-1")
		r := s.one(t, types[0], "lake")
		checkValues(t, r, map[string]string{"kms_key_id": "not read"})
		if r.Unread.What != "cloudtrail:GetEventDataStore" {
			t.Errorf("%+v", r.Unread)
		}
	})
	t.Run("not listed", func(t *testing.T) {
		s := (&fake{}).audit(t, types, "eu-west-1")
		if diff := cmp.Diff([]string{"eu-west-1 cloudtrail:ListEventDataStores: aws_cloudtrail_event_data_store"}, s.gaps()); diff != "" {
			t.Error(diff)
		}
	})
}
