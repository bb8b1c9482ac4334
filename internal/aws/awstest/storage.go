package awstest

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/efs"
	efstypes "github.com/aws/aws-sdk-go-v2/service/efs/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/s3control"
	s3ctypes "github.com/aws/aws-sdk-go-v2/service/s3control/types"
)

func (e *estate) s3() *s3.Client {
	return s3.NewFromConfig(e.config, func(o *s3.Options) { o.UsePathStyle = true })
}

func (e *estate) bucket(name string, lock bool, tags map[string]string) {
	in := &s3.CreateBucketInput{Bucket: &name, ObjectLockEnabledForBucket: &lock, CreateBucketConfiguration: &s3types.CreateBucketConfiguration{LocationConstraint: Region}}
	must[*s3.CreateBucketOutput](e)(e.s3().CreateBucket(e.ctx, in))
	var set []s3types.Tag
	for k, v := range tags {
		set = append(set, s3types.Tag{Key: str(k), Value: str(v)})
	}
	must[*s3.PutBucketTaggingOutput](e)(e.s3().PutBucketTagging(e.ctx, &s3.PutBucketTaggingInput{Bucket: &name, Tagging: &s3types.Tagging{TagSet: set}}))
}

// guarded is what every bucket of the sound account has.
func (e *estate) guarded(name, logs, key string) {
	c := e.s3()
	must[*s3.PutPublicAccessBlockOutput](e)(c.PutPublicAccessBlock(e.ctx, &s3.PutPublicAccessBlockInput{Bucket: &name, PublicAccessBlockConfiguration: &s3types.PublicAccessBlockConfiguration{
		BlockPublicAcls: yes(), BlockPublicPolicy: yes(), IgnorePublicAcls: yes(), RestrictPublicBuckets: yes(),
	}}))
	must[*s3.PutBucketEncryptionOutput](e)(c.PutBucketEncryption(e.ctx, &s3.PutBucketEncryptionInput{Bucket: &name, ServerSideEncryptionConfiguration: &s3types.ServerSideEncryptionConfiguration{
		Rules: []s3types.ServerSideEncryptionRule{{ApplyServerSideEncryptionByDefault: &s3types.ServerSideEncryptionByDefault{SSEAlgorithm: s3types.ServerSideEncryptionAwsKms, KMSMasterKeyID: &key}}},
	}}))
	must[*s3.PutBucketVersioningOutput](e)(c.PutBucketVersioning(e.ctx, &s3.PutBucketVersioningInput{Bucket: &name, VersioningConfiguration: &s3types.VersioningConfiguration{Status: s3types.BucketVersioningStatusEnabled}}))
	must[*s3.PutBucketLifecycleConfigurationOutput](e)(c.PutBucketLifecycleConfiguration(e.ctx, &s3.PutBucketLifecycleConfigurationInput{Bucket: &name, LifecycleConfiguration: &s3types.BucketLifecycleConfiguration{
		Rules: []s3types.LifecycleRule{{ID: str("keep"), Status: s3types.ExpirationStatusEnabled, Filter: &s3types.LifecycleRuleFilter{Prefix: str("")}, Expiration: &s3types.LifecycleExpiration{Days: i32(2555)}}},
	}}))
	if logs != "" {
		e.owned(name, s3types.ObjectOwnershipBucketOwnerEnforced)
		must[*s3.PutBucketLoggingOutput](e)(c.PutBucketLogging(e.ctx, &s3.PutBucketLoggingInput{Bucket: &name, BucketLoggingStatus: &s3types.BucketLoggingStatus{
			LoggingEnabled: &s3types.LoggingEnabled{TargetBucket: &logs, TargetPrefix: str(name + "/")},
		}}))
	}
}

// owned says who owns the objects of a bucket.
func (e *estate) owned(name string, by s3types.ObjectOwnership) {
	must[*s3.PutBucketOwnershipControlsOutput](e)(e.s3().PutBucketOwnershipControls(e.ctx, &s3.PutBucketOwnershipControlsInput{
		Bucket: &name, OwnershipControls: &s3types.OwnershipControls{Rules: []s3types.OwnershipControlsRule{{ObjectOwnership: by}}},
	}))
}

// tlsOnly is put last: the emulator reads a log bucket's policy when the bucket
// becomes a target, and fails on a Principal that is a plain "*".
func (e *estate) tlsOnly(name string) {
	must[*s3.PutBucketPolicyOutput](e)(e.s3().PutBucketPolicy(e.ctx, &s3.PutBucketPolicyInput{Bucket: &name, Policy: str(strings.ReplaceAll(`{"Version":"2012-10-17","Statement":[
		{"Sid":"Plain","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::NAME","arn:aws:s3:::NAME/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}},
		{"Sid":"OldTls","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::NAME","arn:aws:s3:::NAME/*"],"Condition":{"NumericLessThan":{"s3:TlsVersion":"1.2"}}}
	]}`, "NAME", name))}))
}

func (e *estate) lock(name string) {
	must[*s3.PutObjectLockConfigurationOutput](e)(e.s3().PutObjectLockConfiguration(e.ctx, &s3.PutObjectLockConfigurationInput{Bucket: &name, ObjectLockConfiguration: &s3types.ObjectLockConfiguration{
		ObjectLockEnabled: s3types.ObjectLockEnabledEnabled, Rule: &s3types.ObjectLockRule{DefaultRetention: &s3types.DefaultRetention{Mode: s3types.ObjectLockRetentionModeCompliance, Days: i32(2555)}},
	}}))
}

func (e *estate) soundStorage(key string) {
	e.accountBlock(yes())
	for _, b := range []struct{ name, logs, class string }{
		{"clinic-access-logs", "", "internal"}, {"clinic-trail", "clinic-access-logs", "internal"}, {"clinic-phi-records", "clinic-access-logs", "PHI"},
	} {
		e.bucket(b.name, true, map[string]string{"DataClass": b.class, "HIPAA": map[string]string{"PHI": "true", "internal": "false"}[b.class]})
		// The log bucket's grant to the log delivery service has to be there before it is a target.
		if b.logs == "" {
			e.logDelivery(b.name)
		}
		e.guarded(b.name, b.logs, key)
		e.lock(b.name)
	}
	for _, name := range []string{"clinic-access-logs", "clinic-trail", "clinic-phi-records"} {
		e.tlsOnly(name)
	}
	must[*s3.PutBucketNotificationConfigurationOutput](e)(e.s3().PutBucketNotificationConfiguration(e.ctx, &s3.PutBucketNotificationConfigurationInput{
		Bucket: str("clinic-phi-records"), NotificationConfiguration: &s3types.NotificationConfiguration{TopicConfigurations: []s3types.TopicConfiguration{{
			TopicArn: str(e.topicARN("security")), Events: []s3types.Event{"s3:ObjectRemoved:*"},
		}}},
	}))
	e.bucketPoint("research", "clinic-phi-records", yes())
	fs := must[*efs.CreateFileSystemOutput](e)(efs.NewFromConfig(e.config).CreateFileSystem(e.ctx, &efs.CreateFileSystemInput{
		CreationToken: str("charts"), Backup: yes(), Encrypted: yes(), KmsKeyId: &key, Tags: []efstypes.Tag{{Key: str("DataClass"), Value: str("PHI")}, {Key: str("HIPAA"), Value: str("true")}},
	}))
	e.names["aws_efs_file_system."+*fs.FileSystemId] = "aws_efs_file_system.charts"
	e.table("visits", map[string]string{"DataClass": "PHI", "HIPAA": "true"}, &key)
}

// logDelivery lets S3 write access logs to a bucket, which the emulator asks for.
func (e *estate) logDelivery(name string) {
	owner := must[*s3.GetBucketAclOutput](e)(e.s3().GetBucketAcl(e.ctx, &s3.GetBucketAclInput{Bucket: &name})).Owner
	group := func(p s3types.Permission) s3types.Grant {
		return s3types.Grant{Permission: p, Grantee: &s3types.Grantee{Type: s3types.TypeGroup, URI: str("http://acs.amazonaws.com/groups/s3/LogDelivery")}}
	}
	must[*s3.PutBucketAclOutput](e)(e.s3().PutBucketAcl(e.ctx, &s3.PutBucketAclInput{Bucket: &name, AccessControlPolicy: &s3types.AccessControlPolicy{
		Owner: owner, Grants: []s3types.Grant{group(s3types.PermissionWrite), group(s3types.PermissionReadAcp)},
	}}))
}

func (e *estate) accountBlock(on *bool) {
	must[*s3control.PutPublicAccessBlockOutput](e)(s3control.NewFromConfig(e.config).PutPublicAccessBlock(e.ctx, &s3control.PutPublicAccessBlockInput{
		AccountId: &e.account, PublicAccessBlockConfiguration: &s3ctypes.PublicAccessBlockConfiguration{
			BlockPublicAcls: on, BlockPublicPolicy: on, IgnorePublicAcls: on, RestrictPublicBuckets: on,
		},
	}))
}

// bucketPoint is an access point that leads to a bucket. The emulator gives each an ARN of one and the same Region.
func (e *estate) bucketPoint(name, bucket string, policies *bool) {
	must[*s3control.CreateAccessPointOutput](e)(s3control.NewFromConfig(e.config).CreateAccessPoint(e.ctx, &s3control.CreateAccessPointInput{
		AccountId: &e.account, Bucket: &bucket, Name: &name, PublicAccessBlockConfiguration: &s3ctypes.PublicAccessBlockConfiguration{
			BlockPublicAcls: yes(), BlockPublicPolicy: policies, IgnorePublicAcls: yes(), RestrictPublicBuckets: yes(),
		},
	}))
}

// table makes a table that is protected and encrypted with a key, or neither.
func (e *estate) table(name string, tags map[string]string, key *string) {
	c := dynamodb.NewFromConfig(e.config)
	var set []ddbtypes.Tag
	for k, v := range tags {
		set = append(set, ddbtypes.Tag{Key: str(k), Value: str(v)})
	}
	var encryption *ddbtypes.SSESpecification
	if key != nil {
		encryption = &ddbtypes.SSESpecification{Enabled: yes(), SSEType: ddbtypes.SSETypeKms, KMSMasterKeyId: key}
	}
	must[*dynamodb.CreateTableOutput](e)(c.CreateTable(e.ctx, &dynamodb.CreateTableInput{
		SSESpecification: encryption, DeletionProtectionEnabled: boolean(key != nil), TableName: &name, BillingMode: ddbtypes.BillingModePayPerRequest, Tags: set,
		AttributeDefinitions: []ddbtypes.AttributeDefinition{{AttributeName: str("id"), AttributeType: ddbtypes.ScalarAttributeTypeS}},
		KeySchema:            []ddbtypes.KeySchemaElement{{AttributeName: str("id"), KeyType: ddbtypes.KeyTypeHash}},
	}))
	if key != nil {
		must[*dynamodb.UpdateContinuousBackupsOutput](e)(c.UpdateContinuousBackups(e.ctx, &dynamodb.UpdateContinuousBackupsInput{
			TableName: &name, PointInTimeRecoverySpecification: &ddbtypes.PointInTimeRecoverySpecification{PointInTimeRecoveryEnabled: yes()},
		}))
	}
}

func (e *estate) brokenStorage() {
	e.accountBlock(no())
	name := "phi-exports"
	c := e.s3()
	e.bucket(name, false, map[string]string{"team": "billing"})
	e.owned(name, s3types.ObjectOwnershipObjectWriter)
	must[*s3.PutPublicAccessBlockOutput](e)(c.PutPublicAccessBlock(e.ctx, &s3.PutPublicAccessBlockInput{Bucket: &name, PublicAccessBlockConfiguration: &s3types.PublicAccessBlockConfiguration{
		BlockPublicAcls: no(), BlockPublicPolicy: no(), IgnorePublicAcls: no(), RestrictPublicBuckets: no(),
	}}))
	all := func(p s3types.Permission) s3types.Grant {
		return s3types.Grant{Permission: p, Grantee: &s3types.Grantee{Type: s3types.TypeGroup, URI: str("http://acs.amazonaws.com/groups/global/AllUsers")}}
	}
	owner := must[*s3.GetBucketAclOutput](e)(c.GetBucketAcl(e.ctx, &s3.GetBucketAclInput{Bucket: &name})).Owner
	must[*s3.PutBucketAclOutput](e)(c.PutBucketAcl(e.ctx, &s3.PutBucketAclInput{Bucket: &name, AccessControlPolicy: &s3types.AccessControlPolicy{
		Owner: owner, Grants: []s3types.Grant{all(s3types.PermissionRead), all(s3types.PermissionWrite)},
	}}))
	must[*s3.PutBucketLifecycleConfigurationOutput](e)(c.PutBucketLifecycleConfiguration(e.ctx, &s3.PutBucketLifecycleConfigurationInput{Bucket: &name, LifecycleConfiguration: &s3types.BucketLifecycleConfiguration{
		Rules: []s3types.LifecycleRule{{ID: str("tidy"), Status: s3types.ExpirationStatusEnabled, Filter: &s3types.LifecycleRuleFilter{Prefix: str("")}, Expiration: &s3types.LifecycleExpiration{Days: i32(30)}}},
	}}))
	e.bucketPoint("exports", name, no())
	e.bucket("phi-archive", false, map[string]string{"team": "billing"})
	fs := must[*efs.CreateFileSystemOutput](e)(efs.NewFromConfig(e.config).CreateFileSystem(e.ctx, &efs.CreateFileSystemInput{CreationToken: str("scratch"), Encrypted: no()}))
	e.names["aws_efs_file_system."+*fs.FileSystemId] = "aws_efs_file_system.scratch"
	e.table("sessions", map[string]string{"team": "billing"}, nil)
	e.table("drafts", map[string]string{"DataClass": "PHI"}, nil)
}

func i32(n int32) *int32 { return &n }
