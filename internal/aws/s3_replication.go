package aws

import (
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

var getBucketReplication = operation{service: "s3", name: "GetBucketReplication", action: "s3:GetReplicationConfiguration", absent: []string{"ReplicationConfigurationNotFoundError"}}

// bucketReplicationAttrs writes rules as the provider does. What a rule leaves out it does not limit.
// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ReplicationRule.html
func bucketReplicationAttrs(o *s3.GetBucketReplicationOutput) attrs {
	if o.ReplicationConfiguration == nil {
		return attrs{"role": missing(), "rule": missing()}
	}
	rules := []attrs{}
	for _, r := range o.ReplicationConfiguration.Rules {
		rules = append(rules, attrs{
			"id": optional(r.ID), "status": r.Status, "priority": optional(r.Priority), "prefix": optional(r.Prefix), //nolint:staticcheck // old rules still have it
			"filter": replicationFilter(r.Filter), "destination": replicationDestination(r.Destination), "source_selection_criteria": selectionCriteria(r.SourceSelectionCriteria),
		})
	}
	return attrs{"role": o.ReplicationConfiguration.Role, "rule": rules}
}

func replicationFilter(f *types.ReplicationRuleFilter) []attrs {
	if f == nil {
		return []attrs{}
	}
	tag, both := []attrs{}, []attrs{}
	if f.Tag != nil {
		tag = append(tag, attrs{"key": f.Tag.Key, "value": f.Tag.Value})
	}
	if f.And != nil {
		both = append(both, attrs{"prefix": optional(f.And.Prefix), "tags": tagsOf(f.And.Tags, func(t types.Tag) (*string, *string) { return t.Key, t.Value })})
	}
	return []attrs{{"prefix": optional(f.Prefix), "tag": tag, "and": both}}
}

func replicationDestination(d *types.Destination) any {
	if d == nil {
		return missing()
	}
	encryption := []attrs{}
	if e := d.EncryptionConfiguration; e != nil {
		encryption = append(encryption, attrs{"replica_kms_key_id": optional(e.ReplicaKmsKeyID)})
	}
	return []attrs{{"bucket": d.Bucket, "account": optional(d.Account), "storage_class": optional(d.StorageClass), "encryption_configuration": encryption}}
}

func selectionCriteria(c *types.SourceSelectionCriteria) []attrs {
	if c == nil {
		return []attrs{}
	}
	encrypted := []attrs{}
	if e := c.SseKmsEncryptedObjects; e != nil {
		encrypted = append(encrypted, attrs{"status": e.Status})
	}
	return []attrs{{"sse_kms_encrypted_objects": encrypted}}
}
