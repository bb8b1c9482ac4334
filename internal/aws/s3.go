package aws

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
)

// The actions differ from the operations' names.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
var (
	listBuckets              = operation{service: "s3", name: "ListBuckets", action: "s3:ListAllMyBuckets"}
	getBucketLocation        = operation{service: "s3", name: "GetBucketLocation"}
	getBucketTagging         = operation{service: "s3", name: "GetBucketTagging", absent: []string{"NoSuchTagSet"}}
	getBucketEncryption      = operation{service: "s3", name: "GetBucketEncryption", action: "s3:GetEncryptionConfiguration", absent: []string{"ServerSideEncryptionConfigurationNotFoundError"}}
	getBucketVersioning      = operation{service: "s3", name: "GetBucketVersioning"}
	getBucketLogging         = operation{service: "s3", name: "GetBucketLogging"}
	getBucketPolicy          = operation{service: "s3", name: "GetBucketPolicy", absent: []string{"NoSuchBucketPolicy"}}
	getBucketACL             = operation{service: "s3", name: "GetBucketAcl"}
	getBucketLifecycle       = operation{service: "s3", name: "GetBucketLifecycleConfiguration", action: "s3:GetLifecycleConfiguration", absent: []string{"NoSuchLifecycleConfiguration"}}
	getObjectLock            = operation{service: "s3", name: "GetObjectLockConfiguration", action: "s3:GetBucketObjectLockConfiguration", absent: []string{"ObjectLockConfigurationNotFoundError"}}
	getBucketPublicAccess    = operation{service: "s3", name: "GetPublicAccessBlock", action: "s3:GetBucketPublicAccessBlock", absent: []string{"NoSuchPublicAccessBlockConfiguration"}}
	getAccountPublicAccess   = operation{service: "s3", name: "GetAccountPublicAccessBlock", absent: []string{"NoSuchPublicAccessBlockConfiguration"}}
	getBucketOwnership       = operation{service: "s3", name: "GetBucketOwnershipControls", absent: []string{"OwnershipControlsNotFoundError"}}
	getBucketNotification    = operation{service: "s3", name: "GetBucketNotificationConfiguration", action: "s3:GetBucketNotification"}
	bucketListing            = []operation{listBuckets, getBucketLocation}
	bucketRegionOfNoLocation = "us-east-1" // a null location, https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
)

func s3Parts() []part {
	return []part{
		{
			types: []string{"aws_s3_bucket"}, uses: append(slices.Clone(bucketListing), getBucketTagging), global: true, run: readBuckets,
		},
		{
			types: []string{"aws_s3_account_public_access_block"}, uses: []operation{getAccountPublicAccess}, global: true, run: readAccountPublicAccess,
		},
		bucketPart("aws_s3_bucket_server_side_encryption_configuration", getBucketEncryption, (*s3.Client).GetBucketEncryption,
			func(b *string) *s3.GetBucketEncryptionInput { return &s3.GetBucketEncryptionInput{Bucket: b} }, encryptionAttrs),
		bucketPart("aws_s3_bucket_versioning", getBucketVersioning, (*s3.Client).GetBucketVersioning,
			func(b *string) *s3.GetBucketVersioningInput { return &s3.GetBucketVersioningInput{Bucket: b} }, versioningAttrs),
		bucketPart("aws_s3_bucket_replication_configuration", getBucketReplication, (*s3.Client).GetBucketReplication,
			func(b *string) *s3.GetBucketReplicationInput { return &s3.GetBucketReplicationInput{Bucket: b} }, bucketReplicationAttrs),
		bucketPart("aws_s3_bucket_logging", getBucketLogging, (*s3.Client).GetBucketLogging,
			func(b *string) *s3.GetBucketLoggingInput { return &s3.GetBucketLoggingInput{Bucket: b} }, loggingAttrs),
		bucketPart("aws_s3_bucket_policy", getBucketPolicy, policyOf,
			func(b *string) *s3.GetBucketPolicyInput { return &s3.GetBucketPolicyInput{Bucket: b} },
			func(o *s3.GetBucketPolicyOutput) attrs { return attrs{"policy": o.Policy} }),
		bucketPart("aws_s3_bucket_lifecycle_configuration", getBucketLifecycle, (*s3.Client).GetBucketLifecycleConfiguration,
			func(b *string) *s3.GetBucketLifecycleConfigurationInput {
				return &s3.GetBucketLifecycleConfigurationInput{Bucket: b}
			}, lifecycleAttrs),
		bucketPart("aws_s3_bucket_object_lock_configuration", getObjectLock, (*s3.Client).GetObjectLockConfiguration,
			func(b *string) *s3.GetObjectLockConfigurationInput {
				return &s3.GetObjectLockConfigurationInput{Bucket: b}
			}, objectLockAttrs),
		bucketPart("aws_s3_bucket_public_access_block", getBucketPublicAccess, (*s3.Client).GetPublicAccessBlock,
			func(b *string) *s3.GetPublicAccessBlockInput { return &s3.GetPublicAccessBlockInput{Bucket: b} }, publicAccessAttrs),
		bucketPart("aws_s3_bucket_ownership_controls", getBucketOwnership, (*s3.Client).GetBucketOwnershipControls,
			func(b *string) *s3.GetBucketOwnershipControlsInput {
				return &s3.GetBucketOwnershipControlsInput{Bucket: b}
			}, ownershipAttrs),
		bucketPart("aws_s3_bucket_notification", getBucketNotification, (*s3.Client).GetBucketNotificationConfiguration,
			func(b *string) *s3.GetBucketNotificationConfigurationInput {
				return &s3.GetBucketNotificationConfigurationInput{Bucket: b}
			}, notificationAttrs),
		aclPart(),
		accessPointPart(),
	}
}

// bucket is one bucket and the Region it is in. problem says that the Region,
// without which nothing of it can be read, is not known.
type bucket struct {
	name, region string
	read         read
	problem      error
}

func (p *place) s3() *s3.Client {
	return s3.NewFromConfig(p.config(), func(o *s3.Options) { o.UsePathStyle = p.run.options.EndpointURL != "" })
}

// buckets lists the account's buckets once. Those outside the Regions that were
// asked for are left out.
func buckets(ctx context.Context, p *place) ([]bucket, error) {
	return once(p, "buckets", func() ([]bucket, error) {
		var all []bucket
		pages := s3.NewListBucketsPaginator(p.s3(), &s3.ListBucketsInput{MaxBuckets: sdk.Int32(1000)})
		err := listPages(ctx, p, listBuckets, "", pages, func(page *s3.ListBucketsOutput, r read) {
			for _, b := range page.Buckets {
				all = append(all, bucket{name: or(b.Name, ""), region: or(b.BucketRegion, ""), read: r})
			}
		})
		indices := make([]int, len(all))
		for i := range indices {
			indices[i] = i
		}
		forEach(ctx, indices, func(ctx context.Context, i int) { all[i].locate(ctx, p) })
		asked := p.run.options.Regions
		all = slices.DeleteFunc(all, func(b bucket) bool {
			return b.problem == nil && len(asked) > 0 && !slices.Contains(asked, b.region)
		})
		return all, err
	})
}

// locate asks for the Region where the listing does not say it.
func (b *bucket) locate(ctx context.Context, p *place) {
	if b.region != "" {
		return
	}
	out, _, err := get(ctx, p, getBucketLocation, b.name, p.s3().GetBucketLocation, &s3.GetBucketLocationInput{Bucket: &b.name})
	switch {
	case err != nil:
		b.problem = err
	case out.LocationConstraint == "EU":
		b.region = "eu-west-1"
	case out.LocationConstraint == "":
		b.region = bucketRegionOfNoLocation
	default:
		b.region = string(out.LocationConstraint)
	}
}

// eachBucket works on the buckets; what could not be listed is a gap of the part.
func eachBucket(ctx context.Context, p *place, work func(context.Context, *place, bucket)) {
	all, err := buckets(ctx, p)
	p.lost(listBuckets, "", err)
	forEach(ctx, all, func(ctx context.Context, b bucket) {
		if isGone(b.problem) {
			return
		}
		if b.problem != nil && p.part.types[0] != "aws_s3_bucket" {
			p.lost(getBucketLocation, b.name, b.problem)
			return
		}
		work(ctx, p.in(b.region), b)
	})
}

func readBuckets(ctx context.Context, p *place) {
	eachBucket(ctx, p, func(ctx context.Context, p *place, b bucket) {
		arn := "arn:" + p.account.partition + ":s3:::" + b.name
		it := item{typ: "aws_s3_bucket", name: b.name, arn: arn, read: b.read, attrs: attrs{
			"bucket": b.name, "id": b.name, "arn": arn, "bucket_prefix": nil, "region": b.region,
		}}
		if f := asFailure(b.problem); f != nil {
			it.unread, it.attrs["region"] = f, f
			p.lost(getBucketLocation, b.name, f)
			p.emit(it)
			return
		}
		out, r, err := get(ctx, p, getBucketTagging, b.name, p.s3().GetBucketTagging, &s3.GetBucketTaggingInput{Bucket: &b.name})
		if isGone(err) {
			return
		}
		it.reads = map[string]read{"tags_all": r}
		switch f := asFailure(err); {
		case f != nil:
			p.lostOne(r, f)
			it.attrs["tags_all"] = f
		case err != nil:
			it.attrs["tags_all"] = map[string]string{}
		default:
			it.attrs["tags_all"] = tagsOf(out.TagSet, func(t types.Tag) (*string, *string) { return t.Key, t.Value })
		}
		p.emit(it)
	})
}

// bucketPart is a part that makes one call for each bucket. rest makes the
// attributes of the answer; nil says that nothing is configured.
func bucketPart[In, Out any](typ string, op operation, m func(*s3.Client, context.Context, *In, ...func(*s3.Options)) (*Out, error), in func(*string) *In, rest func(*Out) attrs) part {
	return part{
		types: []string{typ}, uses: append(slices.Clone(bucketListing), op), global: true,
		run: func(ctx context.Context, p *place) {
			eachBucket(ctx, p, func(ctx context.Context, p *place, b bucket) {
				client := p.s3()
				out, r, err := get(ctx, p, op, b.name, func(ctx context.Context, in *In, opts ...func(*s3.Options)) (*Out, error) {
					return m(client, ctx, in, opts...)
				}, in(&b.name))
				var answer attrs
				if err == nil {
					if answer = rest(out); answer == nil {
						return
					}
				}
				p.companion(item{typ: typ, name: b.name, read: r}, err, attrs{"bucket": b.name, "id": b.name}, func() attrs { return answer })
			})
		},
	}
}

// policyOf asks for a policy, which S3 answers as it is: the SDK does not look at it.
//
//nolint:revive // it is to look like a method of the client
func policyOf(c *s3.Client, ctx context.Context, in *s3.GetBucketPolicyInput, opts ...func(*s3.Options)) (*s3.GetBucketPolicyOutput, error) {
	out, err := c.GetBucketPolicy(ctx, in, opts...)
	if err == nil && or(out.Policy, "") != "" && !json.Valid([]byte(*out.Policy)) {
		return nil, &unreadable{"it is not JSON"}
	}
	return out, err
}

func encryptionAttrs(o *s3.GetBucketEncryptionOutput) attrs {
	if o.ServerSideEncryptionConfiguration == nil || len(o.ServerSideEncryptionConfiguration.Rules) == 0 {
		return attrs{"rule": missing()}
	}
	rules := []attrs{}
	for _, r := range o.ServerSideEncryptionConfiguration.Rules {
		by := []attrs{}
		if d := r.ApplyServerSideEncryptionByDefault; d != nil {
			by = append(by, attrs{"sse_algorithm": d.SSEAlgorithm, "kms_master_key_id": optional(d.KMSMasterKeyID)})
		}
		rules = append(rules, attrs{"apply_server_side_encryption_by_default": by, "bucket_key_enabled": optional(r.BucketKeyEnabled)})
	}
	return attrs{"rule": rules}
}

// versioningAttrs writes Disabled, as the provider does, for a bucket that never
// had versioning: the answer is then empty.
func versioningAttrs(o *s3.GetBucketVersioningOutput) attrs {
	status, mfa := "Disabled", "Disabled"
	if o.Status != "" {
		status = string(o.Status)
	}
	if o.MFADelete != "" {
		mfa = string(o.MFADelete)
	}
	return attrs{"versioning_configuration": []attrs{{"status": status, "mfa_delete": mfa}}}
}

func loggingAttrs(o *s3.GetBucketLoggingOutput) attrs {
	if o.LoggingEnabled == nil {
		return nil
	}
	return attrs{"target_bucket": o.LoggingEnabled.TargetBucket, "target_prefix": optional(o.LoggingEnabled.TargetPrefix)}
}

func lifecycleAttrs(o *s3.GetBucketLifecycleConfigurationOutput) attrs {
	rules := []attrs{}
	for _, r := range o.Rules {
		expiration, noncurrent := []attrs{}, []attrs{}
		if e := r.Expiration; e != nil {
			var date any
			if e.Date != nil {
				date = e.Date.UTC().Format(time.RFC3339)
			}
			expiration = append(expiration, attrs{"days": optional(e.Days), "date": date, "expired_object_delete_marker": optional(e.ExpiredObjectDeleteMarker)})
		}
		if e := r.NoncurrentVersionExpiration; e != nil {
			noncurrent = append(noncurrent, attrs{"noncurrent_days": optional(e.NoncurrentDays), "newer_noncurrent_versions": optional(e.NewerNoncurrentVersions)})
		}
		rules = append(rules, attrs{"id": optional(r.ID), "status": r.Status, "expiration": expiration, "noncurrent_version_expiration": noncurrent})
	}
	return attrs{"rule": rules}
}

func objectLockAttrs(o *s3.GetObjectLockConfigurationOutput) attrs {
	c := o.ObjectLockConfiguration
	if c == nil {
		return attrs{"object_lock_enabled": missing(), "rule": missing()}
	}
	rules := []attrs{}
	if c.Rule != nil && c.Rule.DefaultRetention != nil {
		d := c.Rule.DefaultRetention
		rules = append(rules, attrs{"default_retention": []attrs{{"mode": d.Mode, "days": optional(d.Days), "years": optional(d.Years)}}})
	}
	return attrs{"object_lock_enabled": c.ObjectLockEnabled, "rule": rules}
}

func publicAccessAttrs(o *s3.GetPublicAccessBlockOutput) attrs {
	c := o.PublicAccessBlockConfiguration
	if c == nil {
		c = &types.PublicAccessBlockConfiguration{}
	}
	return attrs{
		"block_public_acls": c.BlockPublicAcls, "block_public_policy": c.BlockPublicPolicy,
		"ignore_public_acls": c.IgnorePublicAcls, "restrict_public_buckets": c.RestrictPublicBuckets,
	}
}

func ownershipAttrs(o *s3.GetBucketOwnershipControlsOutput) attrs {
	if o.OwnershipControls == nil || len(o.OwnershipControls.Rules) == 0 {
		return attrs{"rule": missing()}
	}
	rules := []attrs{}
	for _, r := range o.OwnershipControls.Rules {
		rules = append(rules, attrs{"object_ownership": r.ObjectOwnership})
	}
	return attrs{"rule": rules}
}

// aclPart reads the grants, unless the account's block makes all of them
// ineffective: then there is nothing to judge and a call a bucket is saved.
func aclPart() part {
	p := bucketPart("aws_s3_bucket_acl", getBucketACL, (*s3.Client).GetBucketAcl,
		func(b *string) *s3.GetBucketAclInput { return &s3.GetBucketAclInput{Bucket: b} }, aclAttrs)
	p.uses = append(p.uses, getAccountPublicAccess)
	each := p.run
	p.run = func(ctx context.Context, p *place) {
		block, _, err := accountPublicAccess(ctx, p)
		if c := block; err == nil && c.PublicAccessBlockConfiguration != nil && or(c.PublicAccessBlockConfiguration.IgnorePublicAcls, false) {
			return
		}
		each(ctx, p)
	}
	return p
}

// aclAttrs are the grants. The canned ACL that made them is not part of the answer.
func aclAttrs(o *s3.GetBucketAclOutput) attrs {
	grants := []attrs{}
	for _, g := range o.Grants {
		grantee := []attrs{}
		if g.Grantee != nil {
			who := attrs{"type": g.Grantee.Type, "uri": optional(g.Grantee.URI), "id": optional(g.Grantee.ID)}
			if g.Grantee.Type == types.TypeGroup {
				who["uri"] = g.Grantee.URI // it is the group's name
			}
			grantee = append(grantee, who)
		}
		grant := attrs{"grantee": grantee, "permission": g.Permission}
		if g.Grantee == nil {
			grant["grantee"] = missing()
		}
		grants = append(grants, grant)
	}
	return attrs{"acl": nil, "access_control_policy": []attrs{{"grant": grants}}}
}

type accountBlock struct {
	out *s3control.GetPublicAccessBlockOutput
	r   read
}

// accountPublicAccess asks once for the block of the whole account.
func accountPublicAccess(ctx context.Context, p *place) (*s3control.GetPublicAccessBlockOutput, read, error) {
	block, err := once(p, "account public access block", func() (accountBlock, error) {
		client := s3control.NewFromConfig(p.config())
		out, r, err := get(ctx, p, getAccountPublicAccess, "", client.GetPublicAccessBlock, &s3control.GetPublicAccessBlockInput{AccountId: &p.account.id})
		return accountBlock{out, r}, err
	})
	return block.out, block.r, err
}

func readAccountPublicAccess(ctx context.Context, p *place) {
	out, r, err := accountPublicAccess(ctx, p)
	if p.lost(getAccountPublicAccess, "", err) || err != nil {
		return
	}
	c := out.PublicAccessBlockConfiguration
	if c == nil {
		p.lost(getAccountPublicAccess, "", &failure{op: getAccountPublicAccess, kind: "unreadable"})
		return
	}
	p.emit(item{typ: "aws_s3_account_public_access_block", name: p.account.id, read: r, attrs: attrs{
		"account_id": p.account.id, "block_public_acls": c.BlockPublicAcls, "block_public_policy": c.BlockPublicPolicy,
		"ignore_public_acls": c.IgnorePublicAcls, "restrict_public_buckets": c.RestrictPublicBuckets,
	}})
}
