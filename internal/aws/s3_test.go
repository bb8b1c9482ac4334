package aws_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	s3ctypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"
	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// companions are the types of which a bucket has one or none, with the call for each
// and the action that allows it.
var companions = []struct{ typ, operation, action string }{
	{"aws_s3_bucket_acl", "s3:GetBucketAcl", "s3:GetBucketAcl"},
	{"aws_s3_bucket_lifecycle_configuration", "s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration"},
	{"aws_s3_bucket_logging", "s3:GetBucketLogging", "s3:GetBucketLogging"},
	{"aws_s3_bucket_object_lock_configuration", "s3:GetObjectLockConfiguration", "s3:GetBucketObjectLockConfiguration"},
	{"aws_s3_bucket_notification", "s3:GetBucketNotificationConfiguration", "s3:GetBucketNotification"},
	{"aws_s3_bucket_ownership_controls", "s3:GetBucketOwnershipControls", "s3:GetBucketOwnershipControls"},
	{"aws_s3_bucket_policy", "s3:GetBucketPolicy", "s3:GetBucketPolicy"},
	{"aws_s3_bucket_public_access_block", "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock"},
	{"aws_s3_bucket_replication_configuration", "s3:GetBucketReplication", "s3:GetReplicationConfiguration"},
	{"aws_s3_bucket_server_side_encryption_configuration", "s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"},
	{"aws_s3_bucket_versioning", "s3:GetBucketVersioning", "s3:GetBucketVersioning"},
}

func companionTypes() []string {
	var out []string
	for _, c := range companions {
		out = append(out, c.typ)
	}
	return out
}

// seedBuckets makes a bucket in eu-west-1 that has everything, and "bare" in us-east-1
// that has nothing.
func seedBuckets(t *testing.T, url string) {
	t.Helper()
	ctx, str, yes := t.Context(), sdk.String, sdk.Bool(true)
	c := s3.NewFromConfig(seeder(url, ownAccount, "us-east-1"), func(o *s3.Options) { o.UsePathStyle = true })
	made[*s3.CreateBucketOutput](t)(c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: str("bare")}))
	c = s3.NewFromConfig(seeder(url, ownAccount, "eu-west-1"), func(o *s3.Options) { o.UsePathStyle = true })
	full := str("full")
	made[*s3.CreateBucketOutput](t)(c.CreateBucket(ctx, &s3.CreateBucketInput{
		Bucket: full, ObjectLockEnabledForBucket: yes, CreateBucketConfiguration: &types.CreateBucketConfiguration{LocationConstraint: "eu-west-1"},
	}))
	made[*s3.PutBucketTaggingOutput](t)(c.PutBucketTagging(ctx, &s3.PutBucketTaggingInput{Bucket: full, Tagging: &types.Tagging{TagSet: []types.Tag{{Key: str("DataClass"), Value: str("PHI")}}}}))
	made[*s3.PutBucketEncryptionOutput](t)(c.PutBucketEncryption(ctx, &s3.PutBucketEncryptionInput{Bucket: full, ServerSideEncryptionConfiguration: &types.ServerSideEncryptionConfiguration{Rules: []types.ServerSideEncryptionRule{{
		BucketKeyEnabled: yes, ApplyServerSideEncryptionByDefault: &types.ServerSideEncryptionByDefault{SSEAlgorithm: types.ServerSideEncryptionAwsKms, KMSMasterKeyID: str("alias/records")},
	}}}}))
	made[*s3.PutBucketVersioningOutput](t)(c.PutBucketVersioning(ctx, &s3.PutBucketVersioningInput{Bucket: full, VersioningConfiguration: &types.VersioningConfiguration{Status: types.BucketVersioningStatusEnabled}}))
	made[*s3.PutPublicAccessBlockOutput](t)(c.PutPublicAccessBlock(ctx, &s3.PutPublicAccessBlockInput{Bucket: full, PublicAccessBlockConfiguration: &types.PublicAccessBlockConfiguration{BlockPublicAcls: yes, BlockPublicPolicy: yes, IgnorePublicAcls: yes, RestrictPublicBuckets: sdk.Bool(false)}}))
	made[*s3.PutBucketLifecycleConfigurationOutput](t)(c.PutBucketLifecycleConfiguration(ctx, &s3.PutBucketLifecycleConfigurationInput{Bucket: full, LifecycleConfiguration: &types.BucketLifecycleConfiguration{Rules: []types.LifecycleRule{{
		ID: str("keep"), Status: types.ExpirationStatusEnabled, Filter: &types.LifecycleRuleFilter{Prefix: str("")},
		Expiration: &types.LifecycleExpiration{Days: sdk.Int32(2555)}, NoncurrentVersionExpiration: &types.NoncurrentVersionExpiration{NoncurrentDays: sdk.Int32(30)},
	}}}}))
	made[*s3.PutObjectLockConfigurationOutput](t)(c.PutObjectLockConfiguration(ctx, &s3.PutObjectLockConfigurationInput{Bucket: full, ObjectLockConfiguration: &types.ObjectLockConfiguration{
		ObjectLockEnabled: types.ObjectLockEnabledEnabled, Rule: &types.ObjectLockRule{DefaultRetention: &types.DefaultRetention{Mode: types.ObjectLockRetentionModeCompliance, Years: sdk.Int32(7)}},
	}}))
	owner := made[*s3.GetBucketAclOutput](t)(c.GetBucketAcl(ctx, &s3.GetBucketAclInput{Bucket: full})).Owner
	logs := types.Grantee{Type: types.TypeGroup, URI: str("http://acs.amazonaws.com/groups/s3/LogDelivery")}
	made[*s3.PutBucketAclOutput](t)(c.PutBucketAcl(ctx, &s3.PutBucketAclInput{Bucket: full, AccessControlPolicy: &types.AccessControlPolicy{Owner: owner, Grants: []types.Grant{
		{Permission: types.PermissionWrite, Grantee: &logs}, {Permission: types.PermissionReadAcp, Grantee: &logs},
	}}}))
	made[*s3.PutBucketOwnershipControlsOutput](t)(c.PutBucketOwnershipControls(ctx, &s3.PutBucketOwnershipControlsInput{Bucket: full, OwnershipControls: &types.OwnershipControls{
		Rules: []types.OwnershipControlsRule{{ObjectOwnership: types.ObjectOwnershipBucketOwnerPreferred}},
	}}))
	made[*s3.PutBucketNotificationConfigurationOutput](t)(c.PutBucketNotificationConfiguration(ctx, &s3.PutBucketNotificationConfigurationInput{
		Bucket: full, NotificationConfiguration: &types.NotificationConfiguration{TopicConfigurations: []types.TopicConfiguration{{
			TopicArn: str("arn:aws:sns:eu-west-1:123456789012:objects"), Events: []types.Event{"s3:ObjectCreated:*"},
		}}},
	}))
	made[*s3.PutBucketLoggingOutput](t)(c.PutBucketLogging(ctx, &s3.PutBucketLoggingInput{Bucket: full, BucketLoggingStatus: &types.BucketLoggingStatus{LoggingEnabled: &types.LoggingEnabled{TargetBucket: full, TargetPrefix: str("")}}}))
	made[*s3.PutBucketReplicationOutput](t)(c.PutBucketReplication(ctx, &s3.PutBucketReplicationInput{Bucket: full, ReplicationConfiguration: &types.ReplicationConfiguration{
		Role: str("arn:aws:iam::123456789012:role/replication"), Rules: []types.ReplicationRule{{
			ID: str("all"), Status: types.ReplicationRuleStatusEnabled, Priority: sdk.Int32(1), Filter: &types.ReplicationRuleFilter{Prefix: str("")},
			SourceSelectionCriteria: &types.SourceSelectionCriteria{SseKmsEncryptedObjects: &types.SseKmsEncryptedObjects{Status: types.SseKmsEncryptedObjectsStatusEnabled}},
			Destination:             &types.Destination{Bucket: str("arn:aws:s3:::copies"), EncryptionConfiguration: &types.EncryptionConfiguration{ReplicaKmsKeyID: str("alias/copies")}},
		}},
	}}))
	made[*s3.PutBucketPolicyOutput](t)(c.PutBucketPolicy(ctx, &s3.PutBucketPolicyInput{Bucket: full, Policy: str(`{"Version":"2012-10-17","Statement":[]}`)}))
}

func TestBuckets(t *testing.T) {
	url := startMoto(t)
	seedBuckets(t, url)
	everything := append(companionTypes(), "aws_s3_bucket", "aws_s3_account_public_access_block")
	s := auditMoto(t, url, everything, "eu-west-1", "us-east-1")
	grant := func(by map[string]any, permission string) map[string]any {
		return map[string]any{"grantee": []any{by}, "permission": permission}
	}
	logs := map[string]any{"type": "Group", "uri": "http://acs.amazonaws.com/groups/s3/LogDelivery", "id": nil}
	s.in("eu-west-1").check(t, map[string]map[string]any{
		"aws_s3_bucket full": {
			"bucket": "full", "id": "full", "arn": "arn:aws:s3:::full", "region": "eu-west-1", "bucket_prefix": nil, "tags_all": map[string]any{"DataClass": "PHI"},
		},
		"aws_s3_bucket_server_side_encryption_configuration full": {"bucket": "full", "rule": []any{map[string]any{
			"apply_server_side_encryption_by_default": []any{map[string]any{"sse_algorithm": "aws:kms", "kms_master_key_id": "alias/records"}}, "bucket_key_enabled": true,
		}}},
		"aws_s3_bucket_versioning full": {"bucket": "full", "versioning_configuration": []any{map[string]any{"status": "Enabled", "mfa_delete": "Disabled"}}},
		"aws_s3_bucket_logging full":    {"bucket": "full", "target_bucket": "full", "target_prefix": nil},
		"aws_s3_bucket_policy full":     {"bucket": "full", "policy": `{"Version":"2012-10-17","Statement":[]}`},
		"aws_s3_bucket_lifecycle_configuration full": {"rule": []any{map[string]any{
			"id": "keep", "status": "Enabled", "expiration": []any{map[string]any{"days": 2555, "date": nil, "expired_object_delete_marker": nil}},
			"noncurrent_version_expiration": []any{map[string]any{"noncurrent_days": 30, "newer_noncurrent_versions": nil}},
		}}},
		"aws_s3_bucket_replication_configuration full": {"bucket": "full", "role": "arn:aws:iam::123456789012:role/replication", "rule": []any{map[string]any{
			"id": "all", "status": "Enabled", "priority": 1, "prefix": nil, "filter": []any{map[string]any{"prefix": nil, "tag": []any{}, "and": []any{}}},
			"destination":               []any{map[string]any{"bucket": "arn:aws:s3:::copies", "account": nil, "storage_class": nil, "encryption_configuration": []any{map[string]any{"replica_kms_key_id": "alias/copies"}}}},
			"source_selection_criteria": []any{}, // the emulator forgets them
		}}},
		// AWS leaves the days out; the emulator says 0.
		"aws_s3_bucket_object_lock_configuration full": {
			"object_lock_enabled": "Enabled", "rule": []any{map[string]any{"default_retention": []any{map[string]any{"mode": "COMPLIANCE", "days": 0, "years": 7}}}},
		},
		"aws_s3_bucket_public_access_block full": {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": false},
		"aws_s3_bucket_ownership_controls full":  {"rule": []any{map[string]any{"object_ownership": "BucketOwnerPreferred"}}},
		"aws_s3_bucket_notification full":        {"topic": []any{map[string]any{"topic_arn": "arn:aws:sns:eu-west-1:123456789012:objects"}}, "queue": []any{}},
		"aws_s3_bucket_acl full":                 {"acl": nil, "access_control_policy": []any{map[string]any{"grant": []any{grant(logs, "WRITE"), grant(logs, "READ_ACP")}}}},
	})
	// What is not configured is no resource; versions and grants are always something.
	s.in("us-east-1").check(t, map[string]map[string]any{
		"aws_s3_bucket bare":              {"region": "us-east-1", "tags_all": map[string]any{}},
		"aws_s3_bucket_versioning bare":   {"versioning_configuration": []any{map[string]any{"status": "Disabled", "mfa_delete": "Disabled"}}},
		"aws_s3_bucket_notification bare": {"eventbridge": false},
		"aws_s3_bucket_acl bare":          {"acl": nil},
	})
	if len(s.in("").Resources) > 0 || len(s.gaps()) > 0 {
		t.Errorf("%v, gaps %v; the account has no block of its own", s.in("").values(), s.gaps())
	}
	r := s.one(t, "aws_s3_bucket", "full")
	if r.ARN != "arn:aws:s3:::full" || r.Reads[""].Operation != "s3:ListBuckets" || r.Reads["tags_all"].Operation != "s3:GetBucketTagging" || r.Reads["tags_all"].Target != "full" {
		t.Errorf("%s, %v: evidence has to say which call showed it", r.ARN, r.Reads)
	}

	made[*s3control.PutPublicAccessBlockOutput](t)(s3control.NewFromConfig(seeder(url, ownAccount, "us-east-1")).PutPublicAccessBlock(t.Context(), &s3control.PutPublicAccessBlockInput{
		AccountId: sdk.String(ownAccount), PublicAccessBlockConfiguration: &s3ctypes.PublicAccessBlockConfiguration{
			BlockPublicAcls: sdk.Bool(false), BlockPublicPolicy: sdk.Bool(true), IgnorePublicAcls: sdk.Bool(true), RestrictPublicBuckets: sdk.Bool(false),
		},
	}))
	s = auditMoto(t, url, everything, "eu-west-1")
	s.in("").check(t, map[string]map[string]any{"aws_s3_account_public_access_block " + ownAccount: {
		"account_id": ownAccount, "block_public_acls": false, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": false,
	}})
	if got := s.names("aws_s3_bucket_acl"); len(got) > 0 {
		t.Errorf("grants of %v were read, which the account ignores", got)
	}
	if got := s.names("aws_s3_bucket"); !slices.Equal(got, []string{"full"}) {
		t.Errorf("%v were read: bare is in a Region that was not asked for", got)
	}
}

// listed is a page of buckets, each with its Region where one is given ("logs=eu-west-1").
func listed(next string, buckets ...string) string {
	out := "<ListAllMyBucketsResult><Buckets>"
	for _, b := range buckets {
		name, region, _ := strings.Cut(b, "=")
		if out += "<Bucket><Name>" + name + "</Name>"; region != "" {
			out += "<BucketRegion>" + region + "</BucketRegion>"
		}
		out += "</Bucket>"
	}
	out += "</Buckets>"
	if next != "" {
		out += "<ContinuationToken>" + next + "</ContinuationToken>"
	}
	return out + "</ListAllMyBucketsResult>"
}

func location(region string) string {
	return "<LocationConstraint>" + region + "</LocationConstraint>"
}

// The emulator neither pages nor says where a bucket is.
func TestBucketsPaged(t *testing.T) {
	f := &fake{answers: answers{
		"ListBuckets": func(in ask) string {
			switch in.Get("continuation-token") {
			case "":
				return listed("2", "one=eu-west-1", "far=ap-south-1")
			case "2":
				return listed("3", "old", "first", "third")
			}
			return "error SlowDown"
		},
		"GetBucketLocation /old": location("EU"), "GetBucketLocation /first": location(""), "GetBucketLocation /third": location("us-west-2"),
		"GetBucketTagging": "error NoSuchTagSet",
	}}
	s := f.audit(t, []string{"aws_s3_bucket"}, "eu-west-1", "us-east-1")
	want := map[string]map[string]any{}
	for name, region := range map[string]string{"one": "eu-west-1", "old": "eu-west-1", "first": "us-east-1"} {
		want["aws_s3_bucket "+name] = map[string]any{"region": region, "tags_all": map[string]any{}}
	}
	s.check(t, want)
	lists := strings.Join(slices.Sorted(slices.Values(append(companionTypes(), "aws_s3_bucket"))), " ")
	if diff := cmp.Diff([]string{"global s3:ListBuckets: aws_s3_bucket"}, s.gaps()); diff != "" {
		t.Error(diff)
	}
	if f.calls["GetBucketLocation"] != 3 || f.calls["GetBucketTagging"] != 3 {
		t.Errorf("%v: want no location that is known already, and nothing of buckets elsewhere", f.calls)
	}
	if !slices.Contains(f.hosts, "one.s3.eu-west-1.amazonaws.com") || !slices.Contains(f.hosts, "first.s3.us-east-1.amazonaws.com") {
		t.Errorf("%v: a bucket is asked where it is", f.hosts)
	}
	// One listing is enough for all, and is lost for all.
	f.calls = nil
	s = f.audit(t, append(companionTypes(), "aws_s3_bucket"), "eu-west-1")
	if f.calls["ListBuckets"] != 3 || !slices.Contains(s.gaps(), "global s3:ListBuckets: "+lists) {
		t.Errorf("%d listings, gaps %v", f.calls["ListBuckets"], s.gaps())
	}
}

// Nothing of a bucket can be read without its Region. It is there all the same, also
// where Regions were named, and may have every companion.
func TestBucketSomewhere(t *testing.T) {
	f := &fake{answers: answers{"ListBuckets": listed("", "lost"), "GetBucketLocation": "error AccessDenied"}}
	s := f.audit(t, []string{"aws_s3_bucket", "aws_s3_bucket_policy", "aws_s3_bucket_versioning"}, "eu-west-1")
	s.check(t, map[string]map[string]any{"aws_s3_bucket lost": {
		"bucket": "lost", "arn": "arn:aws:s3:::lost", "region": "unknown: s3:GetBucketLocation: access was denied", "unread": "s3:GetBucketLocation", "tags_all": "not read",
	}})
	want := []string{"global s3:GetBucketLocation of lost: aws_s3_bucket aws_s3_bucket_policy aws_s3_bucket_versioning"}
	if diff := cmp.Diff(want, s.gaps()); diff != "" {
		t.Error(diff)
	}
}

// TestBucketUnanswered shows that whatever happens to a call, what it would have shown is
// unknown and may be there, and the report names the call and what to allow.
func TestBucketUnanswered(t *testing.T) {
	for answer, why := range map[string]string{
		"error AccessDenied": "access was denied (AccessDenied)", "error 403": "access was denied (Forbidden)", "error 500": "the service failed, also after retries (InternalServerError)", // the SDK makes codes of the status
		"error PermanentRedirect": "the service refused the request (PermanentRedirect)", "<Truncated": "the answer could not be read",
		"<!DOCTYPE html><html><body>Sign in to the network</body></html>": "the answer could not be read",
	} {
		says := answers{"ListBuckets": listed("", "records=eu-west-1"), "GetBucketTagging": answer}
		for _, c := range companions {
			_, operation, _ := strings.Cut(c.operation, ":")
			says[operation] = answer
		}
		delete(says, "GetPublicAccessBlock")
		says["GetPublicAccessBlock /records"] = answer
		says["GetPublicAccessBlock"] = "error NoSuchPublicAccessBlockConfiguration"
		s := (&fake{answers: says}).audit(t, append(companionTypes(), "aws_s3_bucket"))
		text, _, _ := strings.Cut(why, " (")
		holds(t, s.one(t, "aws_s3_bucket", "records"), map[string]any{"tags_all": "unknown: s3:GetBucketTagging: " + text, "region": "eu-west-1"})
		gaps := map[string]resource.Gap{}
		for _, g := range s.Gaps {
			gaps[g.What] = g
		}
		for _, c := range companions {
			r := s.one(t, c.typ, "records")
			if diff := cmp.Diff(map[string]any{"bucket": "records", "id": "records"}, plain(r.Values)); diff != "" {
				t.Errorf("%s after %q:\n%s", c.typ, answer, diff)
			}
			cause := resource.Cause{Kind: resource.NotVisible, What: c.operation, Why: why, Settle: r.Unread.Settle}
			if diff := cmp.Diff(cause, r.Unread); diff != "" {
				t.Errorf("%s after %q:\n%s", c.typ, answer, diff)
			}
			if len(r.Existence) != 1 {
				t.Errorf("%s after %q: whether there is one is certain", c.typ, answer)
			}
			gap := gaps[c.operation+" of records"]
			if !gap.Settled || gap.Why != why || gap.Scope.RegionKey != "eu-west-1" {
				t.Errorf("%s after %q: the gap is %+v", c.typ, answer, gap)
			}
			if strings.HasPrefix(why, "access") && !strings.HasPrefix(gap.Settle, "grant "+c.action+" ") {
				t.Errorf("%s: %s; want %s", c.typ, gap.Settle, c.action)
			}
		}
		if len(gaps) != len(companions)+1 {
			t.Errorf("after %q the gaps are %v", answer, s.gaps())
		}
	}
}

// TestBucketAnswersOfNothing shows which empty answers are facts, and that the others
// are unknown: an emulator answers so to what it does not know.
func TestBucketAnswersOfNothing(t *testing.T) {
	says := answers{"ListBuckets": listed("", "records=eu-west-1"), "GetBucketTagging": "<Tagging><TagSet/></Tagging>"}
	for operation, answer := range map[string]string{
		"GetBucketEncryption": "<ServerSideEncryptionConfiguration><Rule/></ServerSideEncryptionConfiguration>", "GetBucketVersioning": "<VersioningConfiguration/>",
		"GetBucketLogging": "<BucketLoggingStatus/>", "GetPublicAccessBlock /records": "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>",
		"GetPublicAccessBlock":               "<PublicAccessBlockConfiguration><IgnorePublicAcls>false</IgnorePublicAcls></PublicAccessBlockConfiguration>",
		"GetBucketAcl":                       "<AccessControlPolicy><AccessControlList><Grant><Grantee/></Grant></AccessControlList></AccessControlPolicy>",
		"GetBucketLifecycleConfiguration":    "<LifecycleConfiguration><Rule><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration></Rule></LifecycleConfiguration>",
		"GetObjectLockConfiguration":         "<ObjectLockConfiguration><Rule><DefaultRetention><Days>30</Days></DefaultRetention></Rule></ObjectLockConfiguration>",
		"GetBucketPolicy":                    "",
		"GetBucketOwnershipControls":         "<OwnershipControls/>",
		"GetBucketReplication":               "<ReplicationConfiguration><Rule><Filter><Tag><Key>k</Key><Value>v</Value></Tag></Filter></Rule><Rule><Status>Disabled</Status><Prefix>p/</Prefix><Filter><And><Prefix>q/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter><SourceSelectionCriteria><SseKmsEncryptedObjects><Status>Enabled</Status></SseKmsEncryptedObjects></SourceSelectionCriteria><Destination/></Rule></ReplicationConfiguration>",
		"GetBucketNotificationConfiguration": "<NotificationConfiguration><QueueConfiguration/><EventBridgeConfiguration/></NotificationConfiguration>",
	} {
		says[operation] = answer
	}
	s := (&fake{answers: says}).audit(t, append(companionTypes(), "aws_s3_bucket", "aws_s3_account_public_access_block"))
	const silent = "unknown: s3:"
	block := func(operation, first, second string) map[string]any {
		out := map[string]any{}
		for _, name := range []string{"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"} {
			out[name] = silent + operation
		}
		out[first] = second == "true"
		return out
	}
	s.check(t, map[string]map[string]any{
		"aws_s3_bucket records": {"tags_all": map[string]any{}},
		"aws_s3_bucket_server_side_encryption_configuration records": {"rule": []any{map[string]any{"apply_server_side_encryption_by_default": []any{}, "bucket_key_enabled": nil}}},
		"aws_s3_bucket_versioning records":                           {"versioning_configuration": []any{map[string]any{"status": "Disabled", "mfa_delete": "Disabled"}}},
		"aws_s3_bucket_public_access_block records":                  block("GetPublicAccessBlock", "block_public_acls", "true"),
		"aws_s3_account_public_access_block " + ownAccount:           block("GetAccountPublicAccessBlock", "ignore_public_acls", "false"),
		"aws_s3_bucket_acl records": {"access_control_policy": []any{map[string]any{"grant": []any{map[string]any{
			"grantee": []any{map[string]any{"type": silent + "GetBucketAcl", "uri": nil, "id": nil}}, "permission": silent + "GetBucketAcl",
		}}}}},
		"aws_s3_bucket_lifecycle_configuration records": {"rule": []any{map[string]any{
			"id": nil, "status": silent + "GetBucketLifecycleConfiguration", "noncurrent_version_expiration": []any{},
			"expiration": []any{map[string]any{"days": nil, "date": "2030-01-01T00:00:00Z", "expired_object_delete_marker": nil}},
		}}},
		"aws_s3_bucket_object_lock_configuration records": {"object_lock_enabled": silent + "GetObjectLockConfiguration", "rule": []any{map[string]any{
			"default_retention": []any{map[string]any{"mode": silent + "GetObjectLockConfiguration", "days": 30, "years": nil}},
		}}},
		"aws_s3_bucket_policy records":             {"policy": silent + "GetBucketPolicy"},
		"aws_s3_bucket_notification records":       {"eventbridge": true, "queue": []any{map[string]any{"queue_arn": silent + "GetBucketNotificationConfiguration"}}},
		"aws_s3_bucket_ownership_controls records": {"rule": silent + "GetBucketOwnershipControls"},
		"aws_s3_bucket_replication_configuration records": {"role": silent + "GetBucketReplication", "rule": []any{
			map[string]any{
				"id": nil, "priority": nil, "status": silent + "GetBucketReplication", "prefix": nil, "destination": silent + "GetBucketReplication", "source_selection_criteria": []any{},
				"filter": []any{map[string]any{"prefix": nil, "tag": []any{map[string]any{"key": "k", "value": "v"}}, "and": []any{}}},
			},
			map[string]any{
				"id": nil, "priority": nil, "status": "Disabled", "prefix": "p/", "filter": []any{map[string]any{"prefix": nil, "tag": []any{}, "and": []any{map[string]any{"prefix": "q/", "tags": map[string]any{"k": "v"}}}}},
				"source_selection_criteria": []any{map[string]any{"sse_kms_encrypted_objects": []any{map[string]any{"status": "Enabled"}}}},
				"destination":               []any{map[string]any{"bucket": silent + "GetBucketReplication", "account": nil, "storage_class": nil, "encryption_configuration": []any{}}},
			},
		}},
	})
	if len(s.gaps()) > 0 {
		t.Error(s.gaps())
	}
}

// Whether grants count is not known where the account's block is not: they are read.
func TestGrantsUnderTheAccountsBlock(t *testing.T) {
	for answer, read := range map[string]bool{
		"<PublicAccessBlockConfiguration><IgnorePublicAcls>true</IgnorePublicAcls></PublicAccessBlockConfiguration>":  false,
		"<PublicAccessBlockConfiguration><IgnorePublicAcls>false</IgnorePublicAcls></PublicAccessBlockConfiguration>": true,
		"<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>":    true,
		"error NoSuchPublicAccessBlockConfiguration":                                                                  true,
		"error AccessDenied": true,
		"error 500":          true,
	} {
		f := &fake{answers: answers{
			"ListBuckets": listed("", "a=eu-west-1", "b=eu-west-1"), "GetPublicAccessBlock": answer,
			"GetBucketAcl": "<AccessControlPolicy><AccessControlList/></AccessControlPolicy>",
		}}
		s := f.audit(t, []string{"aws_s3_bucket_acl"})
		if got := len(s.names("aws_s3_bucket_acl")) == 2; got != read || f.calls["GetBucketAcl"] > 0 != read {
			t.Errorf("after %s the grants were read: %v, in %d calls", answer, got, f.calls["GetBucketAcl"])
		}
		if f.calls["GetPublicAccessBlock"] != 1 {
			t.Errorf("the account was asked %d times", f.calls["GetPublicAccessBlock"])
		}
	}
}

// TestBucketsOfPartitions shows that ARNs and hosts are those of the caller's partition.
func TestBucketsOfPartitions(t *testing.T) {
	for partition, c := range map[string]struct{ home, region, suffix string }{
		"aws-us-gov": {"us-gov-west-1", "us-gov-east-1", "amazonaws.com"}, "aws-cn": {"cn-north-1", "cn-northwest-1", "amazonaws.com.cn"},
	} {
		f := &fake{answers: answers{
			"GetCallerIdentity": fmt.Sprintf("<Arn>arn:%s:sts::%s:assumed-role/audit/me</Arn><Account>%[2]s</Account>", partition, ownAccount),
			"DescribeRegions":   regionsAnswer(c.home, c.region),
			"ListBuckets":       listed("", "records="+c.region), "GetBucketTagging": "error NoSuchTagSet",
			"ListTables": `{"TableNames":["visits"]}`,
		}}
		environment(t)
		t.Setenv("AWS_REGION", c.region)
		s := audit(t, aws.Options{Wanted: wanted("aws_s3_bucket", "aws_dynamodb_table"), HTTPClient: f})
		holds(t, s.one(t, "aws_s3_bucket", "records"), map[string]any{"arn": "arn:" + partition + ":s3:::records", "region": c.region})
		holds(t, s.in(c.home).one(t, "aws_dynamodb_table", "visits"), map[string]any{"arn": "arn:" + partition + ":dynamodb:" + c.home + ":" + ownAccount + ":table/visits"})
		for _, want := range []string{"sts." + c.region + "." + c.suffix, "ec2." + c.home + "." + c.suffix, "s3." + c.home + "." + c.suffix, "records.s3." + c.region + "." + c.suffix} {
			if !slices.Contains(f.hosts, want) {
				t.Errorf("%s was not asked: %v", want, f.hosts)
			}
		}
		for _, host := range f.hosts {
			if !strings.HasSuffix(host, "."+c.suffix) {
				t.Errorf("%s is in another partition than %s", host, partition)
			}
		}
	}
}
